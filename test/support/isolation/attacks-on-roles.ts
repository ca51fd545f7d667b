import type { Isolation } from "../../../model/isolation.ts";
import { all, type DatabaseAttack, type Duel, denied, pooled } from "./database-attack.ts";

const readOwn = ({ own }: Duel) => [`SELECT FROM ${own.schema}.documents`];
const setOwn = ({ own }: Duel) => [`SET LOCAL ROLE ${own.role}`];
const attack = (
  title: string,
  attempt: DatabaseAttack["attempt"],
  twin: DatabaseAttack["twin"] = readOwn,
  levels: readonly Isolation[] = all,
): DatabaseAttack => ({ title, levels, attempt, refused: denied, twin });

const becomes = (who: string, role: (duel: Duel) => string, levels: readonly Isolation[] = all) =>
  attack(`becomes ${who}`, (duel) => [`SET LOCAL ROLE ${role(duel)}`], setOwn, levels);
const alters = (what: string, clause: string) =>
  attack(
    `alters its own role: ${what}`,
    ({ own }) => [`ALTER ROLE ${own.role} ${clause}`],
    ({ own }) => [`ALTER ROLE ${own.role} SET work_mem = '4MB'`],
  );
const sets = (setting: string, value: string) =>
  attack(
    `sets ${setting}`,
    () => [`SET LOCAL ${setting} = ${value}`],
    () => ["SET LOCAL work_mem = '4MB'"],
  );

/** What a tenant tries to become, and on roles and settings. */
export const attacksOnRoles: readonly DatabaseAttack[] = [
  becomes("another tenant", ({ other }) => other.role, pooled),
  becomes("the owner of its tables", ({ own }) => own.owner),
  becomes("the owner of another's schema", ({ other }) => other.owner, ["schema"]),
  becomes("the provisioner", () => "platform_provisioner"),
  becomes("the master", () => "platform_master"),
  becomes("the role that deletes", () => "shared_deleter", ["shared"]),
  becomes("RDS' superuser", () => "rds_superuser"),
  becomes("a reader of all data", () => "pg_read_all_data"),
  becomes("a monitor", () => "pg_monitor"),
  becomes("one who runs programs on the server", () => "pg_execute_server_program"),
  attack(
    "changes the session to another tenant",
    ({ other }) => [`SET LOCAL SESSION AUTHORIZATION ${other.role}`],
    ({ own }) => [`SET LOCAL SESSION AUTHORIZATION ${own.role}`],
    pooled,
  ),
  alters("superuser", "SUPERUSER"),
  alters("creates roles", "CREATEROLE"),
  alters("creates databases", "CREATEDB"),
  alters("past row security", "BYPASSRLS"),
  alters("replication", "REPLICATION"),
  alters("more connections", "CONNECTION LIMIT -1"),
  alters("never ends", "VALID UNTIL 'infinity'"),
  attack("renames another's role", ({ other }) => [`ALTER ROLE ${other.role} RENAME TO somebody`], readOwn, pooled),
  attack("sets another's password", ({ other }) => [`ALTER ROLE ${other.role} PASSWORD 'mine'`], readOwn, pooled),
  attack(
    "changes another's search path",
    ({ own, other }) => [`ALTER ROLE ${other.role} SET search_path = ${own.schema}`],
    ({ own }) => [`ALTER ROLE ${own.role} SET search_path = ${own.schema}`],
    pooled,
  ),
  attack("changes everybody's settings", () => ["ALTER ROLE ALL SET work_mem = '1GB'"]),
  attack("changes the database's settings", ({ own }) => [`ALTER DATABASE ${own.database} SET work_mem = '1GB'`]),
  attack("makes a role", () => ["CREATE ROLE probe"]),
  attack("drops another's role", ({ other }) => [`DROP ROLE ${other.role}`], readOwn, pooled),
  attack(
    "makes another a member of itself",
    ({ own, other }) => [`GRANT ${own.role} TO ${other.role}`],
    readOwn,
    pooled,
  ),
  attack(
    "makes itself a member of another",
    ({ own, other }) => [`GRANT ${other.role} TO ${own.role}`],
    readOwn,
    pooled,
  ),
  attack("makes another a member of its group", ({ other }) => [`GRANT shared_tenants TO ${other.role}`], readOwn, [
    "shared",
  ]),
  attack(
    "makes itself a member of the other level's group",
    ({ own }) => [`GRANT schema_tenants TO ${own.role}`],
    readOwn,
    ["shared"],
  ),
  attack("throws another out of its group", ({ other }) => [`REVOKE shared_tenants FROM ${other.role}`], readOwn, [
    "shared",
  ]),
  attack("takes everything from another", ({ other }) => [`DROP OWNED BY ${other.role}`], readOwn, pooled),
  attack(
    "takes over what another owns",
    ({ own, other }) => [`REASSIGN OWNED BY ${other.role} TO ${own.role}`],
    readOwn,
    pooled,
  ),
  attack("comments on another's role", ({ other }) => [`COMMENT ON ROLE ${other.role} IS 'x'`], readOwn, pooled),
  attack(
    "sets what the owner's next tables grant",
    ({ own }) => [`ALTER DEFAULT PRIVILEGES FOR ROLE ${own.owner} GRANT ALL ON TABLES TO PUBLIC`],
    readOwn,
  ),
  attack(
    "sets what another's next tables grant",
    ({ own, other }) => [`ALTER DEFAULT PRIVILEGES FOR ROLE ${other.role} GRANT ALL ON TABLES TO ${own.role}`],
    ({ own }) => [`ALTER DEFAULT PRIVILEGES FOR ROLE ${own.role} REVOKE ALL ON TABLES FROM PUBLIC`],
    pooled,
  ),
  sets("session_replication_role", "replica"),
  sets("log_statement", "'all'"),
  sets("log_min_messages", "debug5"),
  sets("temp_file_limit", "-1"),
  sets("lo_compat_privileges", "on"),
];
