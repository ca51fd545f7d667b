import type { Isolation } from "../../../model/isolation.ts";
import { all, type DatabaseAttack, type Duel, denied, own as ownPlace, type Refusal } from "./database-attack.ts";

const readOwn = ({ own }: Duel) => [`SELECT FROM ${own.schema}.documents`];
const createOwn = ({ own }: Duel) => [`CREATE TABLE ${own.schema}.twin (a int)`];
const shared: readonly Isolation[] = ["shared"];
const schema: readonly Isolation[] = ["schema"];

const attack = (
  title: string,
  levels: readonly Isolation[],
  attempt: DatabaseAttack["attempt"],
  twin: DatabaseAttack["twin"] = readOwn,
  refused: Refusal = denied,
): DatabaseAttack => ({ title, levels, attempt, refused, twin });

/** What a tenant tries on tables, schemas and functions. */
export const attacksOnObjects: readonly DatabaseAttack[] = [
  attack(
    "locks everybody out of the table",
    shared,
    ({ own }) => [`LOCK TABLE ${own.schema}.documents IN ACCESS EXCLUSIVE MODE`],
    ({ own }) => [`LOCK TABLE ${own.schema}.documents IN ACCESS SHARE MODE`],
  ),
  attack(
    "locks everybody out through a view",
    shared,
    ({ own }) => [`LOCK TABLE ${own.schema}.recent_documents IN ACCESS EXCLUSIVE MODE`],
    ({ own }) => [`LOCK TABLE ${own.schema}.recent_documents IN ACCESS SHARE MODE`],
  ),
  attack(
    "stops everybody's writing",
    shared,
    ({ own }) => [`LOCK TABLE ${own.schema}.documents IN SHARE MODE`],
    ({ own }) => [`LOCK TABLE ${own.schema}.documents IN ROW SHARE MODE`],
  ),
  attack("stops everybody's writing of usage", shared, ({ own }) => [
    `LOCK TABLE ${own.schema}.usage_events IN SHARE MODE`,
  ]),
  attack("makes a table among the shared ones", shared, ({ own }) => [`CREATE TABLE ${own.schema}.probe (a int)`]),
  attack("makes a function among the shared ones", shared, ({ own }) => [
    `CREATE FUNCTION ${own.schema}.lower(varchar) RETURNS text LANGUAGE sql RETURN ''`,
  ]),
  attack("hangs a trigger on the platform's table", all, ({ own }) => [
    `CREATE TRIGGER t BEFORE INSERT ON ${own.schema}.documents EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
  ]),
  attack("hangs a rule on the platform's table", all, ({ own }) => [
    `CREATE RULE r AS ON INSERT TO ${own.schema}.documents DO ALSO NOTHING`,
  ]),
  attack("adds a policy to the platform's table", all, ({ own }) => [
    `CREATE POLICY p ON ${own.schema}.documents USING (true)`,
  ]),
  attack("takes row security off the platform's table", all, ({ own }) => [
    `ALTER TABLE ${own.schema}.documents DISABLE ROW LEVEL SECURITY`,
  ]),
  attack("takes the platform's table as its own", all, ({ own }) => [
    `ALTER TABLE ${own.schema}.documents OWNER TO CURRENT_USER`,
  ]),
  attack("drops the platform's table", all, ({ own }) => [`DROP TABLE ${own.schema}.documents CASCADE`]),
  attack("empties the platform's table without a trace", all, ({ own }) => [`TRUNCATE ${own.schema}.usage_events`]),
  attack("rewrites what was used", all, ({ own }) => [`UPDATE ${own.schema}.usage_events SET amount = 0`]),
  attack("replaces the function that deletes", all, ({ own }) => [
    `CREATE OR REPLACE FUNCTION ${own.schema}.delete_document(deleted_document_id uuid) RETURNS boolean LANGUAGE sql RETURN true`,
  ]),
  attack("comments on the platform's table", all, ({ own }) => [`COMMENT ON TABLE ${own.schema}.documents IS 'x'`]),
  attack("keeps statistics of its own on the platform's table", all, ({ own }) => [
    `CREATE STATISTICS ${own.schema}.s ON tenant_role, title FROM ${own.schema}.documents`,
  ]),
  attack("rebuilds the platform's index under a lock", all, ({ own }) => [`REINDEX TABLE ${own.schema}.documents`]),
  attack("reads which versioned SQL was applied", all, ({ own }) => [`SELECT FROM ${own.schema}.tenantry_migrations`]),
  attack("rewrites which versioned SQL was applied", all, ({ own }) => [
    `DELETE FROM ${own.schema}.tenantry_migrations`,
  ]),
  attack("drops the schema", all, ({ own }) => [`DROP SCHEMA ${own.schema} CASCADE`]),
  attack("renames the schema", all, ({ own }) => [`ALTER SCHEMA ${own.schema} RENAME TO mine`]),
  attack("makes a schema", all, () => ["CREATE SCHEMA probe"]),
  attack("makes a table in public", all, () => ["CREATE TABLE public.probe (a int)"]),
  attack("makes a temporary table that hides another", all, () => ["CREATE TEMP TABLE documents (a int)"]),
  attack("makes a temporary function that hides another", all, () => [
    "CREATE FUNCTION pg_temp.now() RETURNS text LANGUAGE sql RETURN ''",
  ]),
  attack(
    "refers to the platform's table from a table of its own",
    ownPlace,
    ({ own }) => [
      `CREATE TABLE ${own.schema}.probe (r name, d uuid, FOREIGN KEY (r, d) REFERENCES ${own.schema}.documents)`,
    ],
    createOwn,
  ),
  attack(
    "inherits from the platform's table",
    ownPlace,
    ({ own }) => [`CREATE TABLE ${own.schema}.probe () INHERITS (${own.schema}.documents)`],
    createOwn,
  ),
  attack("reads a table in another's schema", schema, ({ other }) => [`SELECT FROM ${other.schema}.documents`]),
  attack(
    "writes to a table in another's schema",
    schema,
    ({ other }) => [`INSERT INTO ${other.schema}.documents (title) VALUES ('planted')`],
    ({ own }) => [`INSERT INTO ${own.schema}.documents (title) VALUES ('twin')`],
  ),
  attack(
    "calls a function in another's schema",
    schema,
    ({ other }) => [`SELECT WHERE ${other.schema}.delete_document(${other.documentId})`],
    ({ own }) => [`SELECT WHERE ${own.schema}.delete_document(${own.documentId})`],
  ),
  attack(
    "makes a table in another's schema",
    schema,
    ({ other }) => [`CREATE TABLE ${other.schema}.planted (a int)`],
    createOwn,
  ),
  attack(
    "makes a function in another's schema",
    schema,
    ({ other }) => [`CREATE FUNCTION ${other.schema}.f() RETURNS int LANGUAGE sql RETURN 1`],
    ({ own }) => [`CREATE FUNCTION ${own.schema}.f() RETURNS int LANGUAGE sql RETURN 1`],
  ),
  attack(
    "refers to another's table",
    schema,
    ({ own, other }) => [
      `CREATE TABLE ${own.schema}.probe (r name, d uuid, FOREIGN KEY (r, d) REFERENCES ${other.schema}.documents)`,
    ],
    createOwn,
  ),
  attack(
    "copies the form of another's table",
    schema,
    ({ own, other }) => [`CREATE TABLE ${own.schema}.probe (LIKE ${other.schema}.documents)`],
    ({ own }) => [`CREATE TABLE ${own.schema}.probe (LIKE ${own.schema}.documents)`],
  ),
  attack(
    "puts another's schema on its search path",
    schema,
    ({ other }) => [`SET LOCAL search_path = ${other.schema}`, "SELECT FROM documents"],
    ({ own }) => [`SET LOCAL search_path = ${own.schema}`, "SELECT FROM documents"],
    { sqlState: "42P01" },
  ),
  attack(
    "moves a table of its own into another's schema",
    schema,
    ({ own, other }) => [
      `CREATE TABLE ${own.schema}.moved (a int)`,
      `ALTER TABLE ${own.schema}.moved SET SCHEMA ${other.schema}`,
    ],
    createOwn,
  ),
  attack(
    "gives a table of its own to another",
    schema,
    ({ own, other }) => [
      `CREATE TABLE ${own.schema}.gift (a int)`,
      `ALTER TABLE ${own.schema}.gift OWNER TO ${other.role}`,
    ],
    createOwn,
  ),
];
