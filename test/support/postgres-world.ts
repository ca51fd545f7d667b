import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { postgresServers } from "../../sandbox/servers/postgres/postgres-servers.ts";
import type { KubernetesServers, PostgresServer, World } from "../../sandbox/world/world.ts";
import { memoryStore } from "./memory-store.ts";

/** A world with one real PostgreSQL server, whose master is no superuser. */
export interface PostgresWorld {
  readonly world: World;
  readonly server: PostgresServer;
  readonly master: { readonly username: string; readonly password: string };
  /** Configuration of a `postgresql` provider that connects as the master, as the engine sends it. */
  readonly configuration: Readonly<Record<string, string>>;
  /** Runs SQL as the master, by hand. */
  sql(statement: string, database?: string): Promise<Record<string, unknown>[]>;
  /** Stops the server and removes its data. */
  close(): Promise<void>;
}

const noClusters: KubernetesServers = {
  start: () => Promise.reject(new Error("this world has no clusters")),
  get: () => undefined,
  issueToken: () => Promise.reject(new Error("this world has no clusters")),
  remove: () => Promise.resolve(),
};

/** Starts a server, in about two seconds. */
export async function startPostgresWorld(): Promise<PostgresWorld> {
  const folder = mkdtempSync(join(tmpdir(), "tenantry-postgres-"));
  chmodSync(folder, 0o755);
  const now = (): Date => new Date();
  const store = memoryStore();
  const postgres = await postgresServers({ folder, store, recordFolder: folder, now });
  const master = { username: "platform", password: "0123456789" };
  const server = await postgres.start("main", master, "app").catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  const { host, port } = server;
  return {
    world: { store, postgres, kubernetes: noClusters, now },
    server,
    master,
    configuration: { host, port: String(port), ...master, superuser: "false", connectTimeout: "5", database: "app" },
    sql: async (statement, database = "app") => {
      const client = new pg.Client({ host, port, user: master.username, password: master.password, database });
      await client.connect();
      try {
        return (await client.query<Record<string, unknown>>(statement)).rows;
      } finally {
        await client.end();
      }
    },
    close: async () => {
      await postgres.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
