import pg from "pg";
import { ConfigurationError } from "./configuration-error.ts";

/** How to reach a database as one role. */
export interface DatabaseLogin {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** A short-lived token, or a password. */
  readonly password: string;
  /**
   * `verify`: encrypted, the server's name checked against the certificates that Node trusts (RDS' own authority is
   * added by `NODE_EXTRA_CA_CERTS`). `none`: plain, for a server on this machine.
   */
  readonly tls: "verify" | "none";
}

/** Invalid password, invalid authorization (https://www.postgresql.org/docs/current/errcodes-appendix.html, class 28). */
const refused = new Set(["28P01", "28000"]);
const connectTimeoutMillis = 10_000;

/**
 * Connects, hands the connection to `work`, and closes it whatever happens.
 *
 * @throws ConfigurationError `CONFIGURATION_LOGIN_REFUSED`, `CONFIGURATION_DATABASE_UNREACHABLE`
 */
export async function withDatabase<T>(login: DatabaseLogin, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { tls, ...address } = login;
  const client = new pg.Client({
    ...address,
    ssl: tls === "verify" ? { rejectUnauthorized: true } : false,
    connectionTimeoutMillis: connectTimeoutMillis,
    application_name: "tenantry",
  });
  // A connection that breaks between two queries tells an `error` listener; the next query fails by itself.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw connectionError(login, error);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function connectionError(login: DatabaseLogin, error: unknown): ConfigurationError {
  const where = `${login.host}:${login.port}/${login.database}`;
  const reason = error instanceof Error ? error.message || error.constructor.name : String(error);
  if (error instanceof pg.DatabaseError && refused.has(error.code ?? "")) {
    return new ConfigurationError(
      "CONFIGURATION_LOGIN_REFUSED",
      `${where} refused the role "${login.user}": ${reason}. Tokens end after 15 minutes: type the command again; if it stays so, run \`pulumi up\` of the stack that makes the role.`,
      { cause: error },
    );
  }
  return new ConfigurationError(
    "CONFIGURATION_DATABASE_UNREACHABLE",
    `${where} does not take a connection of "${login.user}": ${reason}. Run it from where the server is reachable; in the sandbox, \`tenantry sandbox start\`.`,
    { cause: error },
  );
}
