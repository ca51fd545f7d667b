import pg from "pg";
import { ConfigurationError } from "./configuration-error.ts";
import type { Migration } from "./migration-files.ts";

/** Which files were applied to which schema stands in this table, in the schema itself. */
const recordTable = "tenantry_migrations";

/** One row of the record. */
export interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/** Where the record is, and who may write it. */
export interface RecordPlace {
  readonly schema: string;
  readonly owner: string;
}

const nameOf = ({ schema }: RecordPlace) => `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(recordTable)}`;

/**
 * How `CREATE TABLE` fails where another run makes the same table: the table is there (42P07), its row type is there
 * already (42710), or both are at it and meet on the catalog's unique keys (23505).
 */
const alreadyThere = new Set(["42P07", "42710", "23505"]);

/**
 * Makes the record where it is missing. Runs in a transaction of its own, as the owner role.
 *
 * A tenant may create tables in a schema of its own; so whatever stands under the name already is looked at before it
 * is trusted: {@link refuseForeignRecord}.
 */
export async function createRecord(client: pg.Client, place: RecordPlace): Promise<void> {
  const { rows } = await client.query("SELECT to_regclass($1) IS NOT NULL AS found", [nameOf(place)]);
  if (rows[0]?.found === true) {
    return;
  }
  await client.query("SAVEPOINT record");
  try {
    await client.query(
      `CREATE TABLE ${nameOf(place)} (number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
    );
    await revokeFromOthers(client, place);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && alreadyThere.has(error.code ?? ""))) {
      throw error;
    }
    await client.query("ROLLBACK TO SAVEPOINT record");
  }
}

/** Default privileges of a schema can give a new table to its tenant; the record is nobody's but the owner's. */
async function revokeFromOthers(client: pg.Client, place: RecordPlace): Promise<void> {
  const { rows } = await client.query<{ grantee: string }>(
    "SELECT DISTINCT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END AS grantee FROM pg_class, aclexplode(relacl) WHERE pg_class.oid = $1::regclass AND grantee <> relowner",
    [nameOf(place)],
  );
  if (rows.length > 0) {
    await client.query(`REVOKE ALL ON ${nameOf(place)} FROM ${rows.map(({ grantee }) => grantee).join(", ")}`);
  }
}

const recordSql = `
  SELECT pg_get_userbyid(relowner) AS owner, relkind = 'r' AND NOT relhastriggers AND NOT relhasrules AND NOT relrowsecurity AS plain,
    EXISTS (SELECT FROM aclexplode(relacl) WHERE grantee <> relowner) AS granted
  FROM pg_class WHERE oid = $1::regclass`;

/**
 * Refuses a record that the owner role did not make alone: rows in it decide what runs, and a trigger on it would run
 * with what the provisioner may do.
 *
 * @throws ConfigurationError `CONFIGURATION_RECORD_FOREIGN`
 */
export async function refuseForeignRecord(client: pg.Client, place: RecordPlace): Promise<void> {
  const { rows } = await client.query<{ owner: string; plain: boolean; granted: boolean }>(recordSql, [nameOf(place)]);
  const found = rows[0];
  if (found?.owner === place.owner && found.plain && !found.granted) {
    return;
  }
  const problem =
    found?.owner === place.owner
      ? "others than its owner have rights or code on it"
      : `it belongs to "${found?.owner ?? "nobody"}"`;
  throw new ConfigurationError(
    "CONFIGURATION_RECORD_FOREIGN",
    `${nameOf(place)} is not the platform's record: ${problem}. Only "${place.owner}" may have made it and may write it; look at it, then drop or re-grant it as its owner.`,
  );
}

/** Waits for whoever else is at it; a tenant has no right that would let it hold this lock. */
export async function lockRecord(client: pg.Client, place: RecordPlace): Promise<void> {
  await client.query(`LOCK TABLE ${nameOf(place)} IN SHARE ROW EXCLUSIVE MODE`);
}

/** What was applied, in order. */
export async function appliedMigrations(client: pg.Client, place: RecordPlace): Promise<readonly AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    `SELECT number, name, checksum FROM ${nameOf(place)} ORDER BY number`,
  );
  return rows;
}

/** Notes that a file was applied, in the transaction that applied it. */
export async function noteApplied(
  client: pg.Client,
  place: RecordPlace,
  { number, name, checksum }: Migration,
): Promise<void> {
  await client.query(`INSERT INTO ${nameOf(place)} (number, name, checksum) VALUES ($1, $2, $3)`, [
    number,
    name,
    checksum,
  ]);
}

/**
 * Refuses files that are not what was applied.
 *
 * @throws ConfigurationError `MIGRATION_APPLIED_CHANGED`, `MIGRATION_APPLIED_MISSING`
 */
export function refuseRewrittenHistory(
  files: readonly Migration[],
  applied: readonly AppliedMigration[],
  folder: string,
): void {
  for (const { number, name, checksum } of applied) {
    const file = files[number - 1];
    if (file === undefined) {
      throw new ConfigurationError(
        "MIGRATION_APPLIED_MISSING",
        `${folder}: ${name} was applied and is not there any more; take it back from version control, and undo its work by a new file.`,
      );
    }
    if (file.name !== name || file.checksum !== checksum) {
      throw new ConfigurationError(
        "MIGRATION_APPLIED_CHANGED",
        `${folder}/${file.name} is not what was applied as ${name} (SHA-256 ${checksum.slice(0, 12)}…, now ${file.checksum.slice(0, 12)}…); put it back, and write the change as ${String(files.length + 1).padStart(3, "0")}-….sql.`,
      );
    }
  }
}
