import { join } from "node:path";
import pg from "pg";
import { postgresServers, type SupervisedPostgresServers } from "../../sandbox/servers/postgres/postgres-servers.ts";
import { openStore, type SqliteStore } from "../../sandbox/store/sqlite-store.ts";
import type { PostgresServer } from "../../sandbox/world/world.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export interface Login {
  readonly user: string;
  readonly password: string;
  /** Without it, `app`. */
  readonly database?: string;
}

/** A supervisor of PostgreSQL servers with one server, `cell-us-1`, that can be stopped and opened again. */
export class SupervisedPostgres {
  readonly master = { username: "platform", password: "it's-a-password" };
  readonly #temporary = temporaryFolder();
  /** Moved by tests. */
  clock = new Date("2030-01-01T00:00:00Z");
  #parts: { readonly store: SqliteStore; readonly servers: SupervisedPostgresServers } | undefined;
  #server: PostgresServer | undefined;

  get folder(): string {
    return this.#temporary.path;
  }

  get servers(): SupervisedPostgresServers {
    if (this.#parts === undefined) throw new Error("not open");
    return this.#parts.servers;
  }

  get server(): PostgresServer {
    if (this.#server === undefined) throw new Error("not started");
    return this.#server;
  }

  async open(): Promise<void> {
    const store = openStore(join(this.folder, "store.db"));
    const servers = await postgresServers({
      folder: this.folder,
      store,
      recordFolder: join(this.folder, "processes"),
      now: () => this.clock,
    });
    this.#parts = { store, servers };
  }

  async start(): Promise<void> {
    await this.open();
    this.#server = await this.servers.start("cell-us-1", this.master, "app");
  }

  async close(): Promise<void> {
    await this.#parts?.servers.close();
    this.#parts?.store.close();
    this.#parts = undefined;
  }

  async remove(): Promise<void> {
    await this.close();
    this.#temporary.remove();
  }

  /** All values of all rows, in order. */
  async query(login: Login, sql: string): Promise<unknown[]> {
    const client = new pg.Client({ host: this.server.host, port: this.server.port, database: "app", ...login });
    await client.connect();
    try {
      const { rows } = await client.query({ text: sql, rowMode: "array" });
      return rows.flat();
    } finally {
      await client.end();
    }
  }

  async asMaster(sql: string): Promise<unknown[]> {
    return await this.query({ user: this.master.username, password: this.master.password }, sql);
  }
}
