import type { PropertyMap } from "../../provider/provider.ts";
import type { Session } from "../connection/session.ts";
import { databaseOwners, relationOwners, routineOwners, schemaOwners } from "./owners.ts";
import type { ObjectType } from "./privileges.ts";
import { identifier } from "./quote.ts";

/** Reads a list of texts. */
export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Kinds of relations (pg_class.relkind) that count as tables or sequences for GRANT. */
export const relationKinds = { table: ["r", "p", "v", "m", "f"], sequence: ["S"] } as const;

const pluralWords: Partial<Record<ObjectType, string>> = {
  function: "FUNCTIONS",
  procedure: "PROCEDURES",
  routine: "ROUTINES",
  sequence: "SEQUENCES",
  table: "TABLES",
};

/** The ON part of GRANT and REVOKE, without the word ON. No objects in a schema means all of them. */
export function grantTarget(inputs: PropertyMap): string {
  const objects = texts(inputs["objects"]);
  const schema = String(inputs["schema"] ?? "");
  const type = inputs["objectType"] as ObjectType;
  switch (type) {
    case "database":
      return `DATABASE ${identifier(String(inputs["database"]))}`;
    case "schema":
      return `SCHEMA ${identifier(schema)}`;
    case "foreign_data_wrapper":
      return `FOREIGN DATA WRAPPER ${objects.map((name) => identifier(name)).join(", ")}`;
    case "foreign_server":
      return `FOREIGN SERVER ${objects.map((name) => identifier(name)).join(", ")}`;
    case "column":
      return `TABLE ${objects.map((name) => identifier(schema, name)).join(", ")}`;
    case "table":
    case "sequence":
      if (objects.length === 0) return `ALL ${pluralWords[type]} IN SCHEMA ${identifier(schema)}`;
      return `${type.toUpperCase()} ${objects.map((name) => identifier(schema, name)).join(", ")}`;
    case "function":
    case "procedure":
    case "routine":
      if (objects.length === 0) return `ALL ${pluralWords[type]} IN SCHEMA ${identifier(schema)}`;
      return `${type.toUpperCase()} ${objects.map((name) => routineName(schema, name)).join(", ")}`;
  }
}

/** `name` or `name(type, type)`; the types are left as they are, since the server alone knows how to write them. */
export function routineName(schema: string, object: string): string {
  const bracket = object.indexOf("(");
  if (bracket < 0) return identifier(schema, object);
  const types = object.slice(bracket);
  if (/[;"'\\]|--|\/\*/.test(types)) throw new Error(`"${object}" is not a function's name with its argument types.`);
  return `${identifier(schema, object.slice(0, bracket).trim())}${types}`;
}

/** Rights with the columns that they are for, as GRANT lists them. */
export function grantRights(inputs: PropertyMap, rights: readonly string[]): string {
  if (inputs["objectType"] !== "column") return rights.join(", ");
  const columns = texts(inputs["columns"])
    .map((name) => identifier(name))
    .join(", ");
  return rights.map((right) => `${right} (${columns})`).join(", ");
}

/** The roles whose rights it takes to grant on the objects. */
export function grantors(session: Session, inputs: PropertyMap): Promise<readonly string[]> {
  const schema = String(inputs["schema"] ?? "");
  const objects = texts(inputs["objects"]);
  switch (inputs["objectType"] as ObjectType) {
    case "database":
      return databaseOwners(session, String(inputs["database"]));
    case "schema":
      return schemaOwners(session, schema);
    case "table":
    case "column":
      return relationOwners(session, schema, relationKinds.table, objects);
    case "sequence":
      return relationOwners(session, schema, relationKinds.sequence, objects);
    case "function":
    case "procedure":
    case "routine":
      return routineOwners(session, schema);
    case "foreign_data_wrapper":
    case "foreign_server":
      // Their owners are superusers; the refusal of the server says so.
      return Promise.resolve([]);
  }
}
