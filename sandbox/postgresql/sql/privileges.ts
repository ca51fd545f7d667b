import { unknownValue } from "../../provider/provider.ts";

/** Kinds of objects that rights are granted on. */
export type ObjectType = keyof typeof privilegesOf;

/** Rights by kind of object (PostgreSQL documentation, table 5.2); MAINTAIN since version 17. */
export const privilegesOf = {
  column: ["SELECT", "INSERT", "UPDATE", "REFERENCES"],
  database: ["CREATE", "CONNECT", "TEMPORARY"],
  foreign_data_wrapper: ["USAGE"],
  foreign_server: ["USAGE"],
  function: ["EXECUTE"],
  procedure: ["EXECUTE"],
  routine: ["EXECUTE"],
  schema: ["CREATE", "USAGE"],
  sequence: ["SELECT", "UPDATE", "USAGE"],
  table: ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN"],
} as const;

/** True for a kind that has rights at all. */
export function isObjectType(text: unknown): text is ObjectType {
  return typeof text === "string" && Object.hasOwn(privilegesOf, text);
}

/**
 * The rights that a list of words means, sorted: `ALL` is every right of the kind that the server knows, `TEMP` is
 * TEMPORARY.
 */
export function expandPrivileges(words: readonly string[], all: readonly string[], version: number): readonly string[] {
  const known = all.filter((right) => right !== "MAINTAIN" || version >= 170_000);
  const rights = words.flatMap((word) => {
    const upper = word.toUpperCase();
    if (upper === "ALL" || upper === "ALL PRIVILEGES") return known;
    return upper === "TEMP" ? ["TEMPORARY"] : [upper];
  });
  return [...new Set(rights)].sort();
}

/** What is wrong with a list of rights for a kind of object; undefined where nothing is. Unknown values pass. */
export function refusePrivileges(words: unknown, all: readonly string[]): string | undefined {
  if (!Array.isArray(words)) return undefined;
  const allowed = new Set([...all, "ALL", "ALL PRIVILEGES", ...(all.includes("TEMPORARY") ? ["TEMP"] : [])]);
  const wrong = words.find((word) => word !== unknownValue && !allowed.has(String(word).toUpperCase()));
  if (wrong === undefined) return undefined;
  return `privileges must be some of ${[...allowed].join(", ")}, but one is ${JSON.stringify(wrong)}.`;
}
