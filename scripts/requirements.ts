import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const rowId = /\bR-[A-Z]+-[0-9]+\b/g;

/** A row that a test names, and where. */
export interface NamedRow {
  readonly row: string;
  readonly file: string;
}

/** Every row of `docs/requirements.md`, in its order. */
export function requirementRows(): readonly string[] {
  return [...new Set(readFileSync(join(root, "docs/requirements.md"), "utf8").match(rowId))];
}

/** Every row that a test's title names; `R-TIER-1…9` and `R-TIER-1..9` name each row of the range. */
export function namedRows(): readonly NamedRow[] {
  const files = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".test.ts"))
    .flatMap((file) => rowsIn(readFileSync(join(root, "test", file), "utf8")).map((row) => ({ row, file })));
}

/** The rows that `text` names, ranges written out. */
export function rowsIn(text: string): readonly string[] {
  const ranges = [...text.matchAll(/\b(R-[A-Z]+-)([0-9]+)(?:…|\.\.)([0-9]+)/g)].flatMap(([, family, from, to]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => `${family}${Number(from) + index}`),
  );
  return [...new Set([...(text.match(rowId) ?? []), ...ranges])];
}
