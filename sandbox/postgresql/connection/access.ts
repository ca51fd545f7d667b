import pLimit, { type LimitFunction } from "p-limit";
import pg from "pg";
import type { World } from "../../world/world.ts";
import { inTurn } from "./queue.ts";
import { ServerGoneError } from "./server-gone-error.ts";
import { asSqlError, type Session, SqlError, sessionOf } from "./session.ts";
import type { ConnectionSettings } from "./settings.ts";
import { iamToken } from "./tokens.ts";

// Somebody outside the sandbox may work on the same server.
const concurrentCodes: ReadonlySet<string> = new Set(["40001", "40P01"]);
const attempts = 5;
const insufficientPrivilege = "42501";

// The login was refused, by password or by another way.
const loginCodes: ReadonlySet<string> = new Set(["28P01", "28000"]);

/** Opens sessions on one server. A session lives as long as its operation, so that no idle one keeps a database alive. */
export class PostgresAccess {
  readonly settings: ConnectionSettings;
  readonly #world: World;
  readonly #limit: LimitFunction;

  constructor(settings: ConnectionSettings, world: World) {
    this.settings = settings;
    this.#world = world;
    this.#limit = pLimit(settings.maxConnections);
  }

  /** Looks without changing. @throws ServerGoneError, SqlError, or an error that names host and port. */
  look<T>(database: string, run: (session: Session) => Promise<T>): Promise<T> {
    return this.#limit(() => this.#withSession(database, run));
  }

  /** Changes in one transaction, one change of the server at a time. */
  change<T>(database: string, run: (session: Session) => Promise<T>): Promise<T> {
    return this.changeOutsideTransaction(database, async (session) => {
      await session.query("BEGIN");
      try {
        const result = await run(session);
        await session.query("COMMIT");
        return result;
      } catch (error) {
        await session.query("ROLLBACK");
        throw error;
      }
    });
  }

  /** For what cannot run in a transaction, e.g. CREATE DATABASE; one change of the server at a time. */
  changeOutsideTransaction<T>(database: string, run: (session: Session) => Promise<T>): Promise<T> {
    return inTurn(this.#address(), () => retried(() => this.look(database, run)));
  }

  #address(): string {
    return `${this.settings.host}:${this.settings.port}`;
  }

  async #withSession<T>(database: string, run: (session: Session) => Promise<T>): Promise<T> {
    const client = await this.#connect(database);
    try {
      return await run(sessionOf(client, database));
    } finally {
      await client.end();
    }
  }

  async #connect(database: string): Promise<pg.Client> {
    try {
      return await this.#open(database, false);
    } catch (error) {
      const refusedToken = this.settings.iamAuthentication && error instanceof SqlError && loginCodes.has(error.code);
      if (!refusedToken) throw error;
      return this.#open(database, true);
    }
  }

  async #open(database: string, freshToken: boolean): Promise<pg.Client> {
    const { host, port, username, connectTimeoutSeconds } = this.settings;
    const known = this.#world.postgres.at(host, port) !== undefined;
    const password = this.settings.iamAuthentication
      ? await iamToken(this.#world, this.settings, username, freshToken)
      : this.settings.password;
    const client = new pg.Client({
      host,
      port,
      user: username,
      password: password ?? "",
      database,
      connectionTimeoutMillis: connectTimeoutSeconds * 1000,
      // The sandbox's own servers listen on loopback, without TLS.
      ssl:
        known || this.settings.sslMode === "disable"
          ? false
          : { rejectUnauthorized: this.settings.sslMode !== "require" },
    });
    // A lost connection also fails the query that runs; without a listener it would end the process.
    client.on("error", () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      throw this.#connectionError(error, known);
    }
  }

  #connectionError(error: unknown, known: boolean): unknown {
    if (error instanceof pg.DatabaseError) return this.#refusedLogin(asSqlError(error));
    const reason =
      error instanceof Error && error.message !== "" ? error.message : String((error as { code?: unknown }).code);
    const message = `PostgreSQL at ${this.#address()} does not answer: ${reason}.`;
    return known ? new Error(message, { cause: error }) : new ServerGoneError(message, { cause: error });
  }

  #refusedLogin(error: unknown): unknown {
    if (!(error instanceof SqlError) || error.code !== insufficientPrivilege) return error;
    const advice = `Grant CONNECT on it to ${this.settings.username}, the provider's role, before taking it from public.`;
    return new SqlError(`${error.message} ${advice}`, error.code, error);
  }
}

async function retried<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt === attempts || !isConcurrent(error)) throw error;
    }
  }
}

function isConcurrent(error: unknown): boolean {
  if (!(error instanceof SqlError)) return false;
  return concurrentCodes.has(error.code) || /^tuple concurrently (updated|deleted)/.test(error.message);
}
