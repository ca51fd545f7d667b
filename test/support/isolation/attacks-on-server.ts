import type { Isolation } from "../../../model/isolation.ts";
import { all, type DatabaseAttack, type Duel, denied, pooled, type Refusal } from "./database-attack.ts";

const readOwn = ({ own }: Duel) => [`SELECT FROM ${own.schema}.documents`];
const attack = (
  title: string,
  attempt: DatabaseAttack["attempt"],
  twin: DatabaseAttack["twin"] = readOwn,
  levels: readonly Isolation[] = all,
  refused: Refusal = denied,
): DatabaseAttack => ({ title, levels, attempt, refused, twin });
const asks = (sql: string) => attack(`asks the server: ${sql}`, () => [`SELECT ${sql}`]);

/** What a tenant tries on the server, its files, its other sessions and its large objects. */
export const attacksOnServer: readonly DatabaseAttack[] = [
  attack("runs a program on the server", ({ own }) => [`COPY ${own.schema}.documents TO PROGRAM 'cat'`]),
  attack("reads a file of the server into a table", ({ own }) => [`COPY ${own.schema}.documents FROM '/etc/hostname'`]),
  attack("writes a file on the server", ({ own }) => [`COPY ${own.schema}.documents TO '/tmp/probe'`]),
  ...[
    "pg_read_file('/etc/hostname')",
    "pg_read_binary_file('/etc/hostname')",
    "pg_stat_file('/etc/hostname')",
    "pg_ls_dir('/')",
    "pg_ls_logdir()",
    "pg_ls_waldir()",
    "pg_ls_tmpdir()",
    "lo_import('/etc/hostname')",
    "pg_reload_conf()",
    "pg_rotate_logfile()",
    "pg_switch_wal()",
    "pg_create_restore_point('probe')",
    "pg_promote()",
    "pg_backup_start('probe')",
    "pg_stat_reset()",
    "pg_create_physical_replication_slot('probe')",
    "pg_create_logical_replication_slot('probe', 'pgoutput')",
    "pg_replication_origin_create('probe')",
    "current_setting('data_directory')",
    "current_setting('hba_file')",
    "pg_config()",
  ].map(asks),
  ...[
    "pg_authid",
    "pg_shadow",
    "pg_statistic",
    "pg_hba_file_rules",
    "pg_file_settings",
    "pg_subscription",
    "pg_largeobject",
    "pg_user_mapping",
    "pg_backend_memory_contexts",
    "pg_shmem_allocations",
  ].map((name) =>
    attack(
      `reads ${name}`,
      () => [`SELECT * FROM ${name}`],
      () => ["SELECT * FROM pg_class"],
    ),
  ),
  attack(
    "writes to a catalog",
    () => ["UPDATE pg_class SET relrowsecurity = false"],
    () => ["SELECT FROM pg_class"],
  ),
  ...["CREATE DATABASE probe", "ALTER SYSTEM SET work_mem = '1GB'"].map((sql) =>
    attack(`orders: ${sql}`, () => [sql], readOwn),
  ),
  ...[
    "CHECKPOINT",
    "CREATE EXTENSION dblink",
    "CREATE PUBLICATION probe FOR ALL TABLES",
    "CREATE SUBSCRIPTION probe CONNECTION 'host=127.0.0.1' PUBLICATION p",
    "CREATE EVENT TRIGGER probe ON ddl_command_start EXECUTE FUNCTION suppress_redundant_updates_trigger()",
    "CREATE FOREIGN DATA WRAPPER probe",
    "CREATE LANGUAGE probe HANDLER plpgsql_call_handler",
    "CREATE TABLESPACE probe LOCATION '/tmp'",
    "LOAD 'plpgsql'",
    "DO LANGUAGE c 'x'",
  ].map((sql) => attack(`orders: ${sql}`, () => [sql], readOwn)),
  attack("drops the database", ({ own }) => [`DROP DATABASE ${own.database}`]),
  attack(
    "ends another's session",
    ({ other }) => [`SELECT pg_terminate_backend(${other.processId})`],
    ({ own }) => [`SELECT WHERE pg_cancel_backend(${own.processId})`],
    pooled,
  ),
  attack(
    "cancels another's statement",
    ({ other }) => [`SELECT pg_cancel_backend(${other.processId})`],
    ({ own }) => [`SELECT WHERE pg_cancel_backend(${own.processId})`],
    pooled,
  ),
  attack(
    "has another's memory written to the log",
    ({ other }) => [`SELECT pg_log_backend_memory_contexts(${other.processId})`],
    readOwn,
    pooled,
  ),
  attack(
    "reads what another asks",
    ({ other }) => [
      `SELECT FROM pg_stat_activity WHERE usename = ${other.roleLiteral} AND (query <> '<insufficient privilege>' OR client_addr IS NOT NULL)`,
    ],
    ({ own }) => [
      `SELECT FROM pg_stat_activity WHERE usename = ${own.roleLiteral} AND query <> '<insufficient privilege>'`,
    ],
    pooled,
    "nothing",
  ),
  attack(
    "reads another's large object",
    ({ other }) => [`SELECT lo_get(${other.largeObject})`],
    ({ own }) => [`SELECT lo_get(${own.largeObject})`],
    pooled,
  ),
  attack(
    "writes to another's large object",
    ({ other }) => [`SELECT lo_put(${other.largeObject}, 0, 'taken')`],
    ({ own }) => [`SELECT lo_put(${own.largeObject}, 0, 'kept')`],
    pooled,
  ),
  attack(
    "deletes another's large object",
    ({ other }) => [`SELECT lo_unlink(${other.largeObject})`],
    ({ own }) => [`SELECT lo_unlink(${own.largeObject})`],
    pooled,
  ),
];
