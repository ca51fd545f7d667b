import pg from "pg";
import type { DatabaseLogin } from "../../../automation/configuration/database-login.ts";

/** Runs SQL on a connection of its own. @throws pg.DatabaseError as the server refuses. */
export async function sqlAs(
  { tls: _, ...address }: DatabaseLogin,
  sql: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
