import { chmodSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { Store } from "../world/world.ts";

/** A store in one file, with what its owner needs beyond what providers do. */
export interface SqliteStore extends Store {
  /** Names of all collections that hold something, sorted. */
  collections(): readonly string[];
  close(): void;
}

/**
 * Opens the store, and makes the file where it does not exist. Rows are plain data as JSON has it: `undefined` members
 * are left out, dates become text.
 *
 * @throws where the file cannot be opened or is no database
 */
export function openStore(file: string): SqliteStore {
  const database = new DatabaseSync(file);
  // Rows may hold what the cloud keeps secret for its customer.
  chmodSync(file, 0o600);
  // A crash of the machine may lose the last rows, one of the process does not: enough for an embedded cloud.
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
  database.exec(
    "CREATE TABLE IF NOT EXISTS things (collection TEXT, key TEXT, value TEXT NOT NULL, PRIMARY KEY (collection, key)) WITHOUT ROWID",
  );
  const get = database.prepare("SELECT value FROM things WHERE collection = ? AND key = ?");
  const set = database.prepare(
    "INSERT INTO things VALUES (?, ?, ?) ON CONFLICT (collection, key) DO UPDATE SET value = excluded.value",
  );
  const remove = database.prepare("DELETE FROM things WHERE collection = ? AND key = ?");
  const list = database.prepare("SELECT key, value FROM things WHERE collection = ? ORDER BY key");
  const collections = database.prepare("SELECT DISTINCT collection FROM things ORDER BY collection");
  return {
    get(collection, key) {
      const row = get.get(collection, key);
      return row === undefined ? undefined : parse(row["value"]);
    },
    set(collection, key, value) {
      set.run(collection, key, JSON.stringify(value));
    },
    delete(collection, key) {
      remove.run(collection, key);
    },
    list: (collection) => list.all(collection).map((row) => ({ key: String(row["key"]), value: parse(row["value"]) })),
    collections: () => collections.all().map((row) => String(row["collection"])),
    close: () => database.close(),
  };
}

function parse(text: unknown): Readonly<Record<string, unknown>> {
  return JSON.parse(String(text)) as Readonly<Record<string, unknown>>;
}
