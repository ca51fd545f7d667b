import pg from "pg";
import type { Configuration } from "./configuration.ts";
import { type CountedUses, countedUses } from "./counted-uses.ts";

/** A document of the tenant. */
export interface Document {
  readonly document_id: string;
  readonly title: string;
  readonly body: string;
}

/** What the application keeps in the database; every row is its tenant's, since the role that connects is. */
export interface Documents extends CountedUses {
  create(title: string, body: string): Promise<Document>;
  list(): Promise<readonly Document[]>;
  /** Undefined where there is none. */
  find(id: string): Promise<Document | undefined>;
  /** Undefined where there is none. */
  change(id: string, title: string): Promise<Document | undefined>;
  /** Whether there was one. */
  remove(id: string): Promise<boolean>;
  storageBytes(): Promise<number>;
  close(): Promise<void>;
}

const columns = "document_id, title, body";

/**
 * @param password asked for at each new connection, since tokens end
 */
export function openDocuments({ database }: Configuration, password: () => Promise<string>): Documents {
  const { host, port, name, role, schema, connections } = database;
  const pool = new pg.Pool({
    host,
    port,
    database: name,
    user: role,
    password,
    max: connections,
    connectionTimeoutMillis: 5_000,
  });
  // An idle connection that breaks is replaced at the next query.
  pool.on("error", () => undefined);
  const table = (of: string) => `${pg.escapeIdentifier(schema)}.${of}`;
  const rows = async (sql: string, values: unknown[] = []) => (await pool.query<Document>(sql, values)).rows;
  return {
    create: async (title, body) => {
      const [made] = await rows(
        `INSERT INTO ${table("documents")} (title, body) VALUES ($1, $2) RETURNING ${columns}`,
        [title, body],
      );
      if (made === undefined) throw new Error("the database returned no row for an INSERT");
      return made;
    },
    list: () => rows(`SELECT ${columns} FROM ${table("documents")} ORDER BY created_at LIMIT 100`),
    find: async (id) => (await rows(`SELECT ${columns} FROM ${table("documents")} WHERE document_id = $1`, [id]))[0],
    change: async (id, title) =>
      (
        await rows(
          `UPDATE ${table("documents")} SET title = $2, updated_at = now() WHERE document_id = $1 RETURNING ${columns}`,
          [id, title],
        )
      )[0],
    remove: async (id) =>
      (await pool.query<{ gone: boolean }>(`SELECT ${table("delete_document")}($1) AS gone`, [id])).rows[0]?.gone ===
      true,
    storageBytes: async () =>
      Number(
        (
          await pool.query<{ bytes: string }>(
            `SELECT coalesce(sum(octet_length(body) + octet_length(title)), 0) AS bytes FROM ${table("documents")}`,
          )
        ).rows[0]?.bytes,
      ),
    ...countedUses(pool, table("usage_events")),
    close: () => pool.end(),
  };
}
