import { closest, distance } from "fastest-levenshtein";

/** Longest share of a word that may differ and still count as a slip of the finger. */
const likelyShare = 0.4;

/** The known word that `written` was probably meant to be; undefined where none is near. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const lower = written.toLowerCase();
  const candidate = known.length === 0 ? undefined : closest(lower, [...known]);
  return candidate !== undefined && distance(lower, candidate) <= Math.max(1, Math.floor(written.length * likelyShare))
    ? candidate
    : known.find((word) => hasSwappedLetters(lower, word));
}

/** `teir` for `tier`: the most common slip costs two edits, too many for a short word. */
function hasSwappedLetters(written: string, word: string): boolean {
  const first = [...written].findIndex((letter, index) => letter !== word[index]);
  const swapped = `${written.slice(0, first)}${written[first + 1] ?? ""}${written[first] ?? ""}${written.slice(first + 2)}`;
  return first >= 0 && swapped === word;
}

/** The known dotted path that `written` was probably meant to be: one that ends alike, or one that is spelt alike. */
export function nearestPath(written: string, known: readonly string[]): string | undefined {
  const last = written.split(".").at(-1) ?? "";
  const sameEnd = known.filter((path) => path === last || path.endsWith(`.${last}`));
  return sameEnd.length > 0 && last !== "" ? closest(written, sameEnd) : nearest(written, known);
}
