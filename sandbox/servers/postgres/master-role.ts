import pg, { type Client } from "pg";
import { tokenRole } from "./access-rules.ts";

const superuserRole = "rds_superuser";

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.Roles.rds_superuser.html
const predefinedRoles = [
  "pg_monitor",
  "pg_signal_backend",
  "pg_checkpoint",
  "pg_create_subscription",
  "pg_use_reserved_connections",
];

/**
 * Makes the roles that RDS has on every server, and the master: CREATEROLE and CREATEDB, a member of `rds_superuser`, no
 * superuser. As in RDS it owns the databases `postgres` and `template1`, and so can take away what PUBLIC has there, which
 * is left as PostgreSQL has it. Idempotent.
 */
export async function makeMaster(
  administrator: Client,
  master: { readonly username: string; readonly password: string },
): Promise<void> {
  const name = pg.escapeIdentifier(master.username);
  for (const role of [superuserRole, tokenRole])
    if (!(await roleExists(administrator, role))) await administrator.query(`CREATE ROLE ${role} NOLOGIN`);
  for (const role of [...predefinedRoles, tokenRole])
    await administrator.query(`GRANT ${role} TO ${superuserRole} WITH ADMIN OPTION`);
  const verb = (await roleExists(administrator, master.username)) ? "ALTER" : "CREATE";
  await administrator.query(
    `${verb} ROLE ${name} LOGIN CREATEROLE CREATEDB NOSUPERUSER PASSWORD ${pg.escapeLiteral(master.password)}`,
  );
  await administrator.query(`GRANT ${superuserRole} TO ${name} WITH ADMIN OPTION`);
  for (const database of ["postgres", "template1"])
    await administrator.query(`ALTER DATABASE ${database} OWNER TO ${name}`);
}

/** Makes the database that an instance is created with. Idempotent. */
export async function makeInitialDatabase(
  administrator: Client,
  databaseName: string,
  masterUsername: string,
): Promise<void> {
  const found = await administrator.query("SELECT 1 FROM pg_database WHERE datname = $1", [databaseName]);
  if (found.rowCount !== 0) return;
  await administrator.query(
    `CREATE DATABASE ${pg.escapeIdentifier(databaseName)} OWNER ${pg.escapeIdentifier(masterUsername)}`,
  );
}

/** Whether a role is, directly or by another role, one that logs in by token. */
export async function logsInByToken(administrator: Client, username: string): Promise<boolean> {
  const found = await administrator.query(
    "SELECT pg_has_role(oid, $2, 'MEMBER') AS member FROM pg_roles WHERE rolname = $1 AND NOT rolsuper",
    [username, tokenRole],
  );
  return found.rows[0]?.["member"] === true;
}

async function roleExists(administrator: Client, name: string): Promise<boolean> {
  return (await administrator.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name])).rowCount !== 0;
}
