import type { Client } from "pg";
import { administratorRole } from "./access-rules.ts";

/** What lives inside a PostgreSQL server, without the system's own. */
export interface DatabaseContents {
  readonly roles: readonly string[];
  readonly databases: readonly { readonly name: string; readonly schemas: readonly string[] }[];
}

type Within = <Result>(database: string, work: (client: Client) => Promise<Result>) => Promise<Result>;

/** Reads databases, their schemas and the roles of a server. */
export async function readContents(within: Within): Promise<DatabaseContents> {
  const [roles, names] = await within("postgres", async (client) => [
    await texts(client, "SELECT rolname FROM pg_roles WHERE rolname !~ '^(pg_|rds_)' AND rolname <> $1 ORDER BY 1", [
      administratorRole,
    ]),
    await texts(client, "SELECT datname FROM pg_database WHERE datallowconn ORDER BY 1", []),
  ]);
  const databases: { name: string; schemas: readonly string[] }[] = [];
  for (const name of names ?? []) {
    const schemas =
      "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' ORDER BY 1";
    databases.push({ name, schemas: await within(name, (client) => texts(client, schemas, [])) });
  }
  return { roles: roles ?? [], databases };
}

async function texts(client: Client, sql: string, values: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query({ text: sql, values: [...values], rowMode: "array" });
  return rows.map((row: readonly unknown[]) => String(row[0]));
}
