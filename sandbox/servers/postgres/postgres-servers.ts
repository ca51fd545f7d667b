import { rmSync } from "node:fs";
import { join } from "node:path";
import pg, { type Client } from "pg";
import { z } from "zod";
import type { PostgresServer, PostgresServers, Store } from "../../world/world.ts";
import { freePort } from "../process/free-port.ts";
import type { SupervisedProcess } from "../process/supervised-process.ts";
import { type SerialByKey, serialByKey } from "../serial-by-key.ts";
import { asAdministrator, type ClusterOptions, type ClusterSurroundings, startCluster } from "./cluster.ts";
import { type DatabaseContents, readContents } from "./contents.ts";
import { refuseBadNames } from "./instance-names.ts";
import { logsInByToken, makeInitialDatabase, makeMaster } from "./master-role.ts";
import { installedPrograms } from "./programs.ts";
import { makeSocketFolder, runnablePrograms, serversFolder } from "./server-folders.ts";
import { serverUser } from "./server-user.ts";
import { startTokenAuthority } from "./token-authority.ts";

const collection = "servers/postgres";
const rowSchema = z.object({ port: z.number(), masterUsername: z.string() });

interface Entry extends ClusterOptions {
  process: SupervisedProcess | undefined;
}

export interface PostgresServersOptions {
  readonly folder: string;
  readonly store: Store;
  readonly recordFolder: string;
  /** The clock that tokens end by. */
  now(): Date;
}

/** Knows the servers of earlier runs, but starts none. @throws where PostgreSQL is not installed or its user cannot be made. */
export async function postgresServers(options: PostgresServersOptions): Promise<SupervisedPostgresServers> {
  const user = serverUser();
  const root = serversFolder(options.folder, user);
  const programsFolder = runnablePrograms(installedPrograms(), root, user);
  const authority = await startTokenAuthority(options.now);
  return new SupervisedPostgresServers(options.store, root, {
    programsFolder,
    recordFolder: options.recordFolder,
    user,
    authority,
  });
}

/** PostgreSQL servers of a sandbox: processes of this one, with their data below the sandbox folder. */
export class SupervisedPostgresServers implements PostgresServers {
  readonly #store: Store;
  readonly #root: string;
  readonly #surroundings: ClusterSurroundings;
  readonly #serial: SerialByKey = serialByKey();
  readonly #entries = new Map<string, Entry>();

  constructor(store: Store, root: string, surroundings: ClusterSurroundings) {
    this.#store = store;
    this.#root = root;
    this.#surroundings = surroundings;
    for (const { key, value } of store.list(collection))
      this.#entries.set(key, this.#entry(key, rowSchema.parse(value)));
  }

  async start(
    identifier: string,
    master: { readonly username: string; readonly password: string },
    databaseName?: string,
  ): Promise<PostgresServer> {
    refuseBadNames(identifier, master.username);
    return await this.#serial(identifier, async () => {
      if (!this.#entries.has(identifier)) await this.#add(identifier, master.username);
      const entry = await this.#running(identifier);
      await this.#asAdministrator(entry, async (client) => {
        await makeMaster(client, master);
        if (databaseName !== undefined) await makeInitialDatabase(client, databaseName, master.username);
      });
      return described(entry);
    });
  }

  async setMasterPassword(identifier: string, username: string, password: string): Promise<void> {
    await this.#administer(identifier, (client) =>
      client.query(`ALTER ROLE ${pg.escapeIdentifier(username)} PASSWORD ${pg.escapeLiteral(password)}`),
    );
  }

  get(identifier: string): PostgresServer | undefined {
    const entry = this.#entries.get(identifier);
    return entry === undefined ? undefined : described(entry);
  }

  at(host: string, port: number): PostgresServer | undefined {
    if (host !== "127.0.0.1" && host !== "localhost") return undefined;
    const entry = [...this.#entries.values()].find((candidate) => candidate.port === port);
    return entry === undefined ? undefined : described(entry);
  }

  async issueToken(identifier: string, username: string): Promise<string> {
    return await this.#administer(identifier, async (client) => {
      const isMaster = username === this.#existing(identifier).masterUsername;
      if (!isMaster && (await logsInByToken(client, username)))
        return this.#surroundings.authority.issue(identifier, username);
      throw new Error(
        `Role ${username} of ${identifier} does not log in by token. Grant it rds_iam, or use its password.`,
      );
    });
  }

  async remove(identifier: string): Promise<void> {
    await this.#serial(identifier, async () => {
      const entry = this.#entries.get(identifier);
      if (entry === undefined) return;
      await this.#stop(entry);
      this.#surroundings.authority.revoke(identifier);
      rmSync(entry.folder, { recursive: true, force: true });
      this.#store.delete(collection, identifier);
      this.#entries.delete(identifier);
    });
  }

  /** Starts every server that existed when the sandbox was stopped. */
  async restore(): Promise<void> {
    await Promise.all(
      [...this.#entries.keys()].map((identifier) => this.#serial(identifier, () => this.#running(identifier))),
    );
  }

  list(): readonly (PostgresServer & { readonly running: boolean })[] {
    return [...this.#entries.values()].map((entry) => ({
      ...described(entry),
      running: entry.process?.isRunning() === true,
    }));
  }

  /** Databases, schemas and roles of a server, without the system's own. */
  async contents(identifier: string): Promise<DatabaseContents> {
    const entry = await this.#serial(identifier, () => this.#running(identifier));
    return await readContents((database, work) => this.#asAdministrator(entry, work, database));
  }

  /** Stops every server; their data stays. */
  async close(): Promise<void> {
    await Promise.all(
      [...this.#entries.values()].map((entry) => this.#serial(entry.identifier, () => this.#stop(entry))),
    );
    await this.#surroundings.authority.close();
  }

  async #add(identifier: string, masterUsername: string): Promise<void> {
    const row = { port: await freePort(), masterUsername };
    this.#store.set(collection, identifier, row);
    this.#entries.set(identifier, this.#entry(identifier, row));
  }

  #entry(identifier: string, row: z.infer<typeof rowSchema>): Entry {
    return { identifier, folder: join(this.#root, identifier), ...row, process: undefined };
  }

  #existing(identifier: string): Entry {
    const entry = this.#entries.get(identifier);
    if (entry === undefined) throw new Error(`There is no PostgreSQL server ${identifier}.`);
    return entry;
  }

  async #running(identifier: string): Promise<Entry> {
    const entry = this.#existing(identifier);
    if (entry.process?.isRunning() !== true) entry.process = await startCluster(entry, this.#surroundings);
    return entry;
  }

  async #stop(entry: Entry): Promise<void> {
    await entry.process?.stop();
    rmSync(makeSocketFolder(entry.folder, this.#surroundings.user), { recursive: true, force: true });
  }

  async #administer<Result>(identifier: string, work: (client: Client) => Promise<Result>): Promise<Result> {
    return await this.#serial(
      identifier,
      async () => await this.#asAdministrator(await this.#running(identifier), work),
    );
  }

  async #asAdministrator<Result>(
    entry: Entry,
    work: (client: Client) => Promise<Result>,
    database?: string,
  ): Promise<Result> {
    return await asAdministrator(entry, this.#surroundings.user, work, database);
  }
}

function described({ identifier, port }: Entry): PostgresServer {
  return { identifier, host: "127.0.0.1", port };
}
