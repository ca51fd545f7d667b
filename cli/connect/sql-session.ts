import { spawn } from "node:child_process";
import { createInterface, type Interface } from "node:readline/promises";
import Table from "cli-table3";
import pg from "pg";
import type { DatabaseLogin } from "../../automation/configuration/database-login.ts";
import { withDatabase } from "../../automation/configuration/database-login.ts";
import { UserError } from "../user-error.ts";

/** Opens psql where there is one, else a small prompt. Resolves with the exit code when the person leaves. */
export async function openSession(login: DatabaseLogin, greeting: string): Promise<number> {
  process.stderr.write(`${greeting}\n`);
  return (await runPsql(login)) ?? (await runPrompt(login));
}

/** Runs SQL once. @throws UserError with the server's words where it is refused */
export async function runOnce(login: DatabaseLogin, sql: string): Promise<string> {
  return await withDatabase(login, async (client) => {
    try {
      return resultText(await client.query({ text: sql, rowMode: "array" }));
    } catch (error) {
      throw new UserError(refusalText(error));
    }
  });
}

/** The password travels by environment: what stands in argv is seen by every process of the machine. */
function runPsql(login: DatabaseLogin): Promise<number | undefined> {
  const { host, port, database, user, password, tls } = login;
  const own = { PGHOST: host, PGPORT: String(port), PGDATABASE: database, PGUSER: user, PGPASSWORD: password };
  const ssl = tls === "verify" ? { PGSSLMODE: "verify-full" } : { PGSSLMODE: "disable" };
  return new Promise((resolve, reject) => {
    const child = spawn("psql", ["--no-psqlrc"], { stdio: "inherit", env: { ...process.env, ...own, ...ssl } });
    child.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "ENOENT" ? resolve(undefined) : reject(error),
    );
    child.once("close", (code) => resolve(code ?? 1));
  });
}

async function runPrompt(login: DatabaseLogin): Promise<number> {
  process.stderr.write("There is no psql on PATH; this prompt takes SQL that ends with ; and leaves by \\q.\n");
  await withDatabase(login, async (client) => {
    // Made once the connection stands: a line that comes before anybody waits for it is lost.
    const lines = createInterface({ input: process.stdin, output: process.stderr, prompt: `${login.database}=> ` });
    await converse(client, lines);
    lines.close();
  });
  return 0;
}

const isFarewell = (line: string) => /^\s*(\\q|quit|exit)\s*;?\s*$/.test(line);

/** Answers each statement, until the person leaves. */
async function converse(client: pg.Client, lines: Interface): Promise<void> {
  let isOpen = true;
  lines.once("close", () => {
    isOpen = false;
  });
  let statement = "";
  lines.prompt();
  for await (const line of lines) {
    if (isFarewell(line)) return;
    statement = `${statement}${line}\n`;
    if (/;\s*$/.test(statement)) {
      process.stdout.write(`${await answer(client, statement)}\n`);
      statement = "";
    }
    // What comes from a pipe is often at its end before its lines are.
    if (isOpen) lines.prompt();
  }
}

const answer = async (client: pg.Client, sql: string): Promise<string> => {
  try {
    return resultText(await client.query({ text: sql, rowMode: "array" }));
  } catch (error) {
    return refusalText(error);
  }
};

/** One table a statement; several statements give several results. */
function resultText(result: pg.QueryArrayResult | pg.QueryArrayResult[]): string {
  return [result].flat().map(oneResult).join("\n");
}

function oneResult({ command, fields, rows, rowCount }: pg.QueryArrayResult): string {
  if (fields.length === 0) {
    return `${command}${rowCount === null ? "" : ` ${rowCount}`}`;
  }
  const table = new Table({ head: fields.map(({ name }) => name), style: { head: [], border: [] } });
  table.push(...rows.map((row) => row.map(cellText)));
  return `${table.toString()}\n(${rows.length} ${rows.length === 1 ? "row" : "rows"})`;
}

const cellText = (value: unknown): string => {
  if (value === null) return "";
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

function refusalText(error: unknown): string {
  if (!(error instanceof pg.DatabaseError)) {
    throw error;
  }
  return `PostgreSQL refuses: ${error.message} (SQLSTATE ${error.code ?? "unknown"})${error.hint === undefined ? "" : `. ${error.hint}`}`;
}
