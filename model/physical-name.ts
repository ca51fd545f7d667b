import { createHash } from "node:crypto";

const base32 = "abcdefghijklmnopqrstuvwxyz234567";
const hashLength = 16;

/** The first 80 bits of a SHA-256 in 16 characters that every service accepts. */
function digest(text: string): string {
  const bits = [...createHash("sha256").update(text).digest().subarray(0, 10)].map((byte) =>
    byte.toString(2).padStart(8, "0"),
  );
  return (bits.join("").match(/.{5}/g) ?? []).map((five) => base32[Number.parseInt(five, 2)]).join("");
}

/**
 * Joins `parts` with `separator` to a physical name of at most `limit` characters.
 *
 * A longer one keeps its beginning and ends in 80 bits of the whole's hash, so that two names that only differ late
 * stay two names; a separator right before the hash is dropped, since services refuse two in a row.
 *
 * @throws RangeError where `limit` leaves no room for a hash and one character.
 */
export function physicalName(parts: readonly string[], limit: number, separator = "-"): string {
  if (limit < hashLength + 2) {
    throw new RangeError(`a limit of ${limit} leaves no room for a hash of ${hashLength} characters`);
  }
  const name = parts.join(separator);
  if (name.length <= limit) {
    return name;
  }
  const beginning = name.slice(0, limit - hashLength - 1).replace(/[-_]+$/, "");
  return `${beginning}${separator}${digest(name)}`;
}
