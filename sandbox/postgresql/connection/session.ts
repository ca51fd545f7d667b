import type { Client, QueryResultRow } from "pg";

/** One connection to one database, for one operation. */
export interface Session {
  readonly database: string;
  /** @throws with the server's message and detail; the statement itself, which may hold a password, is in neither. */
  query<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * Runs a statement that has to take effect.
   *
   * @throws also where the server only warns: "no privileges were granted" means that nothing happened.
   */
  execute(sql: string): Promise<void>;
}

/** An error of the server, with its five-character code (PostgreSQL documentation, appendix A). */
export class SqlError extends Error {
  readonly code: string;

  constructor(message: string, code: string, cause?: unknown) {
    super(message, { cause });
    this.name = "SqlError";
    this.code = code;
  }
}

/** Wraps a connected client. */
export function sessionOf(client: Client, database: string): Session {
  const warnings: string[] = [];
  client.on("notice", (notice) => {
    if (notice.severity === "WARNING") warnings.push(notice.message ?? "");
  });
  const query = async <Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]> => {
    try {
      return (await client.query<Row>(sql, values ? [...values] : [])).rows;
    } catch (error) {
      throw asSqlError(error);
    }
  };
  const execute = async (sql: string): Promise<void> => {
    warnings.length = 0;
    await query(sql);
    const [warning] = warnings.splice(0);
    if (warning !== undefined) throw new SqlError(`The server only warned, and changed nothing: ${warning}`, "01000");
  };
  return { database, query, execute };
}

/** Gives a server's error its detail and code; anything else stays as it is. */
export function asSqlError(error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return error;
  const detail =
    "detail" in error && typeof error.detail === "string" && error.detail !== "" ? ` (${error.detail})` : "";
  return new SqlError(`${error.message}${detail}`, error.code, error);
}
