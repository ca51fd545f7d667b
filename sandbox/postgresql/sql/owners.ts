import type { Session } from "../connection/session.ts";

/** Owner of a database; none where it does not exist. A list, as `asOwner` takes it. */
export function databaseOwners(session: Session, database: string): Promise<readonly string[]> {
  return owners(session, "SELECT datdba AS owner FROM pg_catalog.pg_database WHERE datname = $1", [database]);
}

/** Owner of a schema of the session's database. */
export function schemaOwners(session: Session, schema: string): Promise<readonly string[]> {
  return owners(session, "SELECT nspowner AS owner FROM pg_catalog.pg_namespace WHERE nspname = $1", [schema]);
}

/** Owners of the relations of a schema that have one of the kinds (pg_class.relkind), all or the named ones. */
export function relationOwners(
  session: Session,
  schema: string,
  kinds: readonly string[],
  names: readonly string[],
): Promise<readonly string[]> {
  return owners(
    session,
    `SELECT DISTINCT relowner AS owner FROM pg_catalog.pg_class
     WHERE relnamespace = to_regnamespace(quote_ident($1)) AND relkind = ANY ($2) AND (cardinality($3::text[]) = 0 OR relname = ANY ($3))`,
    [schema, kinds, names],
  );
}

/** Owners of a schema's functions and procedures, those of extensions included. */
export function routineOwners(session: Session, schema: string): Promise<readonly string[]> {
  return owners(
    session,
    "SELECT DISTINCT proowner AS owner FROM pg_catalog.pg_proc WHERE pronamespace = to_regnamespace(quote_ident($1))",
    [schema],
  );
}

async function owners(session: Session, sql: string, values: readonly unknown[]): Promise<readonly string[]> {
  const rows = await session.query<{ name: string }>(
    `SELECT pg_get_userbyid(owner) AS name FROM (${sql}) AS owned ORDER BY 1`,
    values,
  );
  return rows.map((row) => row.name);
}
