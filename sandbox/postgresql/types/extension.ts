import type { PropertyMap } from "../../provider/provider.ts";
import type { PostgresAccess } from "../connection/access.ts";
import { asOwner } from "../sql/as-owner.ts";
import { databaseOwners } from "../sql/owners.ts";
import { identifier, literal } from "../sql/quote.ts";
import type { SqlType } from "../sql-type.ts";

/** An extension in a database: those that the server has, and that its owner may create (trusted ones). */
export const extension: SqlType = {
  token: "postgresql:index/extension:Extension",
  schema: {
    createCascade: { type: "boolean" },
    database: { type: "text" },
    dropCascade: { type: "boolean" },
    name: { type: "text", required: true },
    schema: { type: "text" },
    version: { type: "text" },
  },
  defaults: { createCascade: false, dropCascade: false },
  replaces: ["database", "name"],
  id: (inputs) => [inputs["database"], inputs["name"]].filter((part) => part !== undefined).join("."),
  parseId: (id) => {
    const dot = id.indexOf(".");
    return dot < 0 ? { name: id } : { database: id.slice(0, dot), name: id.slice(dot + 1) };
  },
  create: (access, inputs) => {
    const options = [
      ...(inputs["schema"] === undefined ? [] : [`SCHEMA ${identifier(String(inputs["schema"]))}`]),
      ...(inputs["version"] === undefined ? [] : [`VERSION ${literal(String(inputs["version"]))}`]),
      ...(inputs["createCascade"] === true ? ["CASCADE"] : []),
    ];
    return asDatabaseOwner(access, inputs, [`CREATE EXTENSION IF NOT EXISTS ${nameOf(inputs)} ${options.join(" ")}`]);
  },
  update: (access, olds, news) => {
    const version = news["version"] === undefined ? "" : ` TO ${literal(String(news["version"]))}`;
    return asDatabaseOwner(access, news, [
      ...(olds["version"] === news["version"] ? [] : [`ALTER EXTENSION ${nameOf(news)} UPDATE${version}`]),
      ...(olds["schema"] === news["schema"] || news["schema"] === undefined
        ? []
        : [`ALTER EXTENSION ${nameOf(news)} SET SCHEMA ${identifier(String(news["schema"]))}`]),
    ]);
  },
  live: (access, inputs) =>
    access.look(databaseOf(access, inputs), async (session) => {
      const [row] = await session.query<{ version: string; schema: string }>(
        `SELECT extversion AS version, nspname AS schema
         FROM pg_catalog.pg_extension JOIN pg_catalog.pg_namespace n ON n.oid = extnamespace WHERE extname = $1`,
        [inputs["name"]],
      );
      if (!row) return undefined;
      const asked = Object.entries(row).filter(([name]) => inputs[name] !== undefined);
      return Object.fromEntries(asked);
    }),
  drop: (access, inputs) =>
    asDatabaseOwner(access, inputs, [
      `DROP EXTENSION ${nameOf(inputs)} ${inputs["dropCascade"] === true ? "CASCADE" : "RESTRICT"}`,
    ]),
};

function databaseOf(access: PostgresAccess, inputs: PropertyMap): string {
  return typeof inputs["database"] === "string" ? inputs["database"] : access.settings.database;
}

function nameOf(inputs: PropertyMap): string {
  return identifier(String(inputs["name"]));
}

function asDatabaseOwner(access: PostgresAccess, inputs: PropertyMap, statements: readonly string[]): Promise<void> {
  return access.change(databaseOf(access, inputs), async (session) =>
    asOwner(session, await databaseOwners(session, session.database), async () => {
      for (const statement of statements) await session.execute(statement);
    }),
  );
}
