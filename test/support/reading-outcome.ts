import type { DocumentReading } from "../../files/document.ts";

/** `line:column CODE path` of every problem; `read` where there is none. */
export function outcome(reading: DocumentReading): readonly string[] {
  return reading.kind === "read"
    ? ["read"]
    : reading.problems.map(({ line, column, code, path }) => `${line}:${column} ${code} ${path}`.trimEnd());
}
