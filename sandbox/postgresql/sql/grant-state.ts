import type { PropertyMap } from "../../provider/provider.ts";
import type { Session } from "../connection/session.ts";
import { relationKinds, routineName, texts } from "./grant-target.ts";
import type { ObjectType } from "./privileges.ts";
import { isPublic } from "./quote.ts";

/** One object with its access list; null is the list that its kind has by default. */
interface AccessSource {
  /** Columns `acl` (aclitem[]), `owner` (oid) of every object. */
  readonly sql: string;
  readonly values: readonly unknown[];
  /** Kind for `acldefault`. */
  readonly kind: string;
  /** How many objects must be there, where they are named. */
  readonly expected?: number;
}

/** Rights of a role on one object. */
export interface ObjectRights {
  readonly rights: readonly string[];
  readonly grantable: readonly string[];
}

/**
 * Rights of the grant's role on each of its objects, by the servers's own default where nothing was ever granted.
 *
 * @returns undefined where role, schema or one of the named objects does not exist.
 */
export async function grantedRights(
  session: Session,
  inputs: PropertyMap,
): Promise<readonly ObjectRights[] | undefined> {
  const role = String(inputs["role"]);
  const source = accessSource(inputs);
  if (!(await everyPartExists(session, inputs))) return undefined;
  const rows = await session.query<{ rights: string[]; grantable: string[] }>(
    `SELECT
       ARRAY(SELECT DISTINCT privilege_type FROM aclexplode(coalesce(acl, acldefault($1::"char", owner))) WHERE grantee = r.oid ORDER BY 1) AS rights,
       ARRAY(SELECT DISTINCT privilege_type FROM aclexplode(coalesce(acl, acldefault($1::"char", owner))) WHERE grantee = r.oid AND is_grantable ORDER BY 1) AS grantable
     FROM (${source.sql}) AS objects, (SELECT CASE WHEN $2 THEN 0 ELSE (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = $3) END AS oid) AS r`,
    [source.kind, isPublic(role), role, ...source.values],
  );
  return source.expected !== undefined && rows.length < source.expected ? undefined : rows;
}

async function everyPartExists(session: Session, inputs: PropertyMap): Promise<boolean> {
  const role = String(inputs["role"]);
  const [row] = await session.query<{ present: boolean }>(
    `SELECT ($1 OR EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = $2))
       AND ($3::text IS NULL OR to_regnamespace(quote_ident($3)) IS NOT NULL) AS present`,
    [isPublic(role), role, inputs["schema"] ?? null],
  );
  return row?.present === true;
}

const relations = (kinds: readonly string[]): string =>
  `SELECT relacl AS acl, relowner AS owner FROM pg_catalog.pg_class
   WHERE relnamespace = to_regnamespace(quote_ident($4)) AND relkind IN (${kinds.map((kind) => `'${kind}'`).join(", ")})
   AND (cardinality($5::text[]) = 0 OR relname = ANY ($5))`;

// An array of objects means all of them where it is empty; procedures and functions are both routines.
const routines = (kinds: string): string =>
  `SELECT proacl AS acl, proowner AS owner FROM pg_catalog.pg_proc
   WHERE pronamespace = to_regnamespace(quote_ident($4)) AND prokind IN (${kinds})
   AND (cardinality($5::text[]) = 0 OR oid = ANY (ARRAY(
     SELECT coalesce(to_regprocedure(name)::oid, to_regproc(name)::oid) FROM unnest($5::text[]) AS name)))`;

function accessSource(inputs: PropertyMap): AccessSource {
  const schema = inputs["schema"] ?? null;
  const objects = texts(inputs["objects"]);
  const named = objects.length > 0 ? { expected: objects.length } : {};
  switch (inputs["objectType"] as ObjectType) {
    case "database":
      return {
        kind: "d",
        sql: "SELECT datacl AS acl, datdba AS owner FROM pg_catalog.pg_database WHERE datname = $4",
        values: [inputs["database"]],
        expected: 1,
      };
    case "schema":
      return {
        kind: "n",
        sql: "SELECT nspacl AS acl, nspowner AS owner FROM pg_catalog.pg_namespace WHERE nspname = $4",
        values: [schema],
        expected: 1,
      };
    case "table":
      return { kind: "r", sql: relations(relationKinds.table), values: [schema, objects], ...named };
    case "sequence":
      return { kind: "s", sql: relations(relationKinds.sequence), values: [schema, objects], ...named };
    case "column":
      return columnSource(inputs);
    case "function":
      return routineSource("'f', 'a', 'w'", schema, objects);
    case "procedure":
      return routineSource("'p'", schema, objects);
    case "routine":
      return routineSource("'f', 'a', 'w', 'p'", schema, objects);
    case "foreign_data_wrapper":
      return {
        kind: "F",
        sql: "SELECT fdwacl AS acl, fdwowner AS owner FROM pg_catalog.pg_foreign_data_wrapper WHERE fdwname = ANY ($4)",
        values: [objects],
        ...named,
      };
    case "foreign_server":
      return {
        kind: "S",
        sql: "SELECT srvacl AS acl, srvowner AS owner FROM pg_catalog.pg_foreign_server WHERE srvname = ANY ($4)",
        values: [objects],
        ...named,
      };
  }
}

function columnSource(inputs: PropertyMap): AccessSource {
  const objects = texts(inputs["objects"]);
  const columns = texts(inputs["columns"]);
  return {
    kind: "c",
    sql: `SELECT attacl AS acl, relowner AS owner FROM pg_catalog.pg_class JOIN pg_catalog.pg_attribute ON attrelid = pg_class.oid
          WHERE relnamespace = to_regnamespace(quote_ident($4)) AND relname = ANY ($5) AND attname = ANY ($6)`,
    values: [inputs["schema"] ?? null, objects, columns],
    expected: objects.length * columns.length,
  };
}

function routineSource(kinds: string, schema: unknown, objects: readonly string[]): AccessSource {
  const names = objects.map((object) => routineName(String(schema), object));
  return {
    kind: "f",
    sql: routines(kinds),
    values: [schema, names],
    ...(objects.length > 0 ? { expected: objects.length } : {}),
  };
}
