import pg from "pg";
import { tenantDatabaseNames } from "../../../model/naming.ts";
import type { ConnectionDocument } from "./connection-document.ts";
import type { DatabaseAttack, DatabasePlace, Refusal } from "./database-attack.ts";

type Login = ConnectionDocument["postgres"];
type Tenant = Pick<ConnectionDocument, "isolation" | "postgres">;

/** How an attempt ended: rows of the last statement, or the first refusal. */
type Outcome = { readonly rows: number } | { readonly sqlState: string; readonly message: string };

/** A tenant with something to lose, and an idle connection. */
export interface Fighter {
  readonly login: Login;
  readonly place: DatabasePlace;
  /** Everything that the tenant has, so that a change of it shows. */
  belongings(): Promise<unknown>;
  /** How many connections its role has on the server. */
  connections(): Promise<number>;
  close(): Promise<void>;
}

export async function connect({ host, port, database, user, password }: Login): Promise<pg.Client> {
  const client = new pg.Client({ host, port, database, user, password });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** Gives a tenant a document, a revision, usage and a large object, through its own login. */
export async function prepare({ isolation, postgres: login }: Tenant): Promise<Fighter> {
  const client = await connect(login);
  const schema = pg.escapeIdentifier(login.schema);
  const one = async (sql: string) => Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];
  const documentId = String(
    await one(
      `INSERT INTO ${schema}.documents (title, body) VALUES ('secret of ' || current_user, 'secret') ON CONFLICT (tenant_role, title) DO UPDATE SET body = excluded.body RETURNING document_id`,
    ),
  );
  await client.query(`INSERT INTO ${schema}.document_revisions (document_id, body) VALUES ($1, 'secret')`, [
    documentId,
  ]);
  await client.query(`INSERT INTO ${schema}.usage_events (metric, amount) VALUES ('api_requests', 7)`);
  const largeObject = Number(await one("SELECT lo_from_bytea(0, 'secret')"));
  const processId = Number(await one("SELECT pg_backend_pid()"));
  return {
    login,
    place: {
      role: pg.escapeIdentifier(login.user),
      roleLiteral: pg.escapeLiteral(login.user),
      schema,
      schemaLiteral: pg.escapeLiteral(login.schema),
      database: pg.escapeIdentifier(login.database),
      owner: isolation === "shared" ? "application_owner" : ownerOf(login.user),
      documentId: pg.escapeLiteral(documentId),
      largeObject,
      processId,
    },
    belongings: async () => ({
      documents: (await client.query(`SELECT * FROM ${schema}.documents ORDER BY document_id`)).rows,
      revisions: (await client.query(`SELECT * FROM ${schema}.document_revisions ORDER BY revision`)).rows,
      usage: (await client.query(`SELECT * FROM ${schema}.usage_events ORDER BY event_id`)).rows,
      secret: String(await one(`SELECT lo_get(${largeObject})`)),
      process: await one("SELECT pg_backend_pid()"),
    }),
    connections: async () => Number(await one("SELECT count(*) FROM pg_stat_activity WHERE usename = current_user")),
    close: async () => {
      await client.query("SELECT lo_unlink($1)", [largeObject]);
      await client.end();
    },
  };
}

/** A tenant's role is named like its namespace: `tenant-<uid>`. */
const ownerOf = (role: string) => pg.escapeIdentifier(tenantDatabaseNames(role.slice(role.lastIndexOf("-") + 1)).owner);

/** Statements that cannot run in a transaction; they are tried outside of one, since all of them are refused. */
const outside =
  /^(ALTER SYSTEM|CREATE DATABASE|DROP DATABASE|CREATE SUBSCRIPTION|CREATE TABLESPACE|REINDEX|CHECKPOINT)/;

/** Runs statements as a tenant and rolls them back. */
async function run(attempts: pg.Client, statements: readonly string[]): Promise<Outcome> {
  try {
    if (!outside.test(statements[0] ?? "")) await attempts.query("BEGIN");
    let rows = 0;
    for (const statement of statements) {
      const result = await attempts.query(statement);
      // A statement that returns no rows and counts none, e.g. SET, is done when it succeeds.
      rows = result.rowCount ?? 1;
    }
    return { rows };
  } catch (error) {
    if (error instanceof pg.DatabaseError) return { sqlState: error.code ?? "", message: error.message };
    throw error;
  } finally {
    // Outside of a transaction it only warns.
    await attempts.query("ROLLBACK");
  }
}

const matches = (outcome: Outcome, refused: Refusal) =>
  refused === "nothing"
    ? "rows" in outcome && outcome.rows === 0
    : "sqlState" in outcome && outcome.sqlState === refused.sqlState;

/**
 * Tries an attack and its twin; undefined where both end as they must, otherwise what was odd.
 *
 * @param attempts a connection of the attacker beside its idle one
 */
export async function fight(
  attack: DatabaseAttack,
  attempts: pg.Client,
  attacker: Fighter,
  victim: Fighter,
): Promise<string | undefined> {
  const duel = { own: attacker.place, other: victim.place };
  const attempted = await run(attempts, attack.attempt(duel));
  const allowed = await run(attempts, attack.twin(duel));
  if (!matches(attempted, attack.refused)) {
    return `${attack.title}: must end as ${JSON.stringify(attack.refused)}, ended as ${JSON.stringify(attempted)}`;
  }
  return "rows" in allowed && allowed.rows > 0
    ? undefined
    : `${attack.title}: its twin must succeed, ended as ${JSON.stringify(allowed)}`;
}
