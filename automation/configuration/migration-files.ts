import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { ConfigurationError } from "./configuration-error.ts";

/** One file of versioned SQL. */
export interface Migration {
  /** From 1, without a gap. */
  readonly number: number;
  /** File name, e.g. `001-documents.sql`. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text as written, variables not filled in, line ends as `\n`; hexadecimal. */
  readonly checksum: string;
}

const fileName = /^(\d{3})-[a-z0-9]+(?:-[a-z0-9]+)*\.sql$/;

/**
 * Reads a folder of versioned SQL, in order.
 *
 * @throws ConfigurationError `MIGRATION_FOLDER_EMPTY`, `MIGRATION_FILE_NAME`, `MIGRATION_NUMBER_GAP`
 */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const names = (await namesIn(folder)).filter((name) => name.endsWith(".sql")).sort();
  if (names.length === 0) {
    throw new ConfigurationError(
      "MIGRATION_FOLDER_EMPTY",
      `${folder} holds no .sql file; the first is named 001-<what>.sql.`,
    );
  }
  return Promise.all(names.map((name, index) => readMigration(join(folder, name), index + 1)));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    throw new ConfigurationError(
      "MIGRATION_FOLDER_EMPTY",
      `${folder} cannot be read; application.yaml names it under migrations.`,
      { cause: error },
    );
  }
}

async function readMigration(file: string, expected: number): Promise<Migration> {
  const name = basename(file);
  const digits = fileName.exec(name)?.[1];
  if (digits === undefined) {
    throw new ConfigurationError(
      "MIGRATION_FILE_NAME",
      `${file}: a migration is named NNN-what-it-does.sql, in lower case, e.g. 004-invoices.sql.`,
    );
  }
  if (Number(digits) !== expected) {
    const number = String(expected).padStart(3, "0");
    throw new ConfigurationError(
      "MIGRATION_NUMBER_GAP",
      `${file}: number ${number} comes next here, found ${digits}; numbers have no gap and no double.`,
    );
  }
  const sql = (await readFile(file, "utf8")).replaceAll("\r\n", "\n");
  return { number: expected, name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}
