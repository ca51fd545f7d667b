import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { DatabaseLogin } from "../../../automation/configuration/database-login.ts";
import { cellDatabaseNames as names, tenantDatabaseNames } from "../../../model/naming.ts";
import { postgresServers, type SupervisedPostgresServers } from "../../../sandbox/servers/postgres/postgres-servers.ts";
import { memoryStore } from "../memory-store.ts";

const serverName = "pool";
const masterPassword = "0123456789";

/** A real PostgreSQL server with the roles and databases that a pool's platform stack makes on it, made by hand. */
export interface PoolServer {
  /** A login by short-lived token. */
  login(user: string, database: string): Promise<DatabaseLogin>;
  /** Runs statements one by one as the master, who is no superuser. */
  asMaster(database: string, ...statements: string[]): Promise<Record<string, unknown>[]>;
  /** Makes a role that has rows in the shared tables, as a tenant's stack does. */
  addSharedTenant(uid: string): Promise<DatabaseLogin>;
  /** Makes a schema with its owner and its tenant's role. */
  addSchemaTenant(uid: string): Promise<DatabaseLogin>;
  close(): Promise<void>;
}

const closed = (database: string) => [`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`];
const connectionLimit = 5;

const platform = [
  `CREATE ROLE ${names.provisioner} LOGIN CREATEROLE`,
  `GRANT rds_iam TO ${names.provisioner} WITH ADMIN OPTION`,
  ...[names.sharedGroup, names.applicationOwner, names.sharedDeleter, names.schemasGroup].map(
    (role) => `CREATE ROLE ${role} NOLOGIN`,
  ),
  `GRANT ${names.sharedGroup}, ${names.schemasGroup} TO ${names.provisioner} WITH ADMIN OPTION`,
  `GRANT ${names.applicationOwner}, ${names.sharedDeleter} TO ${names.provisioner}`,
  `GRANT ${names.applicationOwner} TO ${names.master}`,
  `CREATE DATABASE ${names.sharedDatabase}`,
  `CREATE DATABASE ${names.schemasDatabase}`,
  ...["postgres", "template1", names.sharedDatabase, names.schemasDatabase].flatMap(closed),
  `GRANT CONNECT ON DATABASE ${names.sharedDatabase} TO ${names.sharedGroup}, ${names.provisioner}`,
  `GRANT CONNECT ON DATABASE ${names.schemasDatabase} TO ${names.schemasGroup}`,
  `GRANT CONNECT, CREATE ON DATABASE ${names.schemasDatabase} TO ${names.provisioner}`,
];

const loginRole = (role: string, schema: string, group: string) => [
  `CREATE ROLE ${role} LOGIN CONNECTION LIMIT ${connectionLimit} IN ROLE ${group}, rds_iam`,
  `ALTER ROLE ${role} SET search_path = ${schema}`,
  `ALTER ROLE ${role} SET statement_timeout = '60s'`,
];

/** Starts it, in about three seconds. */
export async function startPoolServer(): Promise<PoolServer> {
  const folder = mkdtempSync(join(tmpdir(), "tenantry-isolation-"));
  chmodSync(folder, 0o755);
  const servers = await postgresServers({ folder, store: memoryStore(), recordFolder: folder, now: () => new Date() });
  const { host, port } = await servers.start(serverName, { username: names.master, password: masterPassword });
  const login = async (user: string, database: string): Promise<DatabaseLogin> => ({
    ...{ host, port, database, user, tls: "none" },
    password: user === names.master ? masterPassword : await servers.issueToken(serverName, user),
  });
  const run = async (user: string, database: string, statements: readonly string[]) =>
    runAll(await login(user, database), statements);
  await run(names.master, "postgres", platform);
  for (const database of [names.sharedDatabase, names.schemasDatabase]) {
    await run(names.master, database, ["REVOKE ALL ON SCHEMA public FROM PUBLIC"]);
  }
  await run(names.master, names.sharedDatabase, [
    `CREATE SCHEMA ${names.sharedSchema} AUTHORIZATION ${names.applicationOwner}`,
  ]);
  return {
    login,
    asMaster: (database, ...statements) => run(names.master, database, statements),
    addSharedTenant: async (uid) => {
      const role = quoted(tenantDatabaseNames(uid).role);
      await run(names.provisioner, names.sharedDatabase, loginRole(role, names.sharedSchema, names.sharedGroup));
      return login(tenantDatabaseNames(uid).role, names.sharedDatabase);
    },
    addSchemaTenant: async (uid) => {
      await run(names.provisioner, names.schemasDatabase, schemaTenant(uid));
      return login(tenantDatabaseNames(uid).role, names.schemasDatabase);
    },
    close: () => close(servers, folder),
  };
}

function schemaTenant(uid: string): readonly string[] {
  const { owner, schema, role } = tenantDatabaseNames(uid);
  return [
    `CREATE ROLE ${owner} NOLOGIN`,
    `GRANT ${owner} TO ${names.provisioner}`,
    `CREATE SCHEMA ${schema} AUTHORIZATION ${owner}`,
    ...loginRole(quoted(role), schema, names.schemasGroup),
    `GRANT ${quoted(role)} TO ${names.provisioner}`,
    `GRANT USAGE, CREATE ON SCHEMA ${schema} TO ${quoted(role)}`,
    ...[owner, quoted(role)].map(
      (made) => `ALTER DEFAULT PRIVILEGES FOR ROLE ${made} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC`,
    ),
  ];
}

const quoted = (name: string) => pg.escapeIdentifier(name);

async function runAll(
  { tls: _, ...login }: DatabaseLogin,
  statements: readonly string[],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(login);
  client.on("notice", ({ severity, message }) => {
    if (severity === "WARNING") throw new Error(message);
  });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) {
      rows = (await client.query<Record<string, unknown>>(statement)).rows;
    }
    return rows;
  } finally {
    await client.end();
  }
}

async function close(servers: SupervisedPostgresServers, folder: string): Promise<void> {
  await servers.close();
  rmSync(folder, { recursive: true, force: true });
}
