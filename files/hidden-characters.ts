import { nameOfCharacter } from "../model/name-of-character.ts";
import type { Problem } from "../model/problems.ts";
import type { LineIndex } from "./line-index.ts";
import { problemAt, type Refusal } from "./refusal.ts";

/**
 * Characters that a reader does not see or that turn the direction of what is read: controls except tab and line ends,
 * format characters (zero-width, bidirectional, tags), line and paragraph separators, fillers that look like a space,
 * and what stands for a byte that could not be read. Unicode Technical Report 36
 * (https://www.unicode.org/reports/tr36/) and "Trojan Source" (CVE-2021-42574) say why.
 */
const hidden = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0|\ufffd/gu;

/** Most texts are of this kind, and need no closer look. */
const plain = /^[\t\n\r -~]*$/;

/** The hidden characters of `text`, each with its offset. */
export function hiddenCharacters(text: string): readonly { readonly offset: number; readonly character: string }[] {
  if (plain.test(text)) {
    return [];
  }
  return [...text.matchAll(hidden)].map((match) => ({ offset: match.index, character: match[0] }));
}

/** What is wrong with a hidden character. */
export const hiddenRefusal = (character: string): Refusal => ({
  code: "TEXT_CHARACTER_HIDDEN",
  message: "holds a character that a reader cannot see",
  found: nameOfCharacter(character),
  allowed: "printable characters, tab and line ends",
  suggestion: "delete it; copied text often brings such characters along",
});

/** A problem for each hidden character of a file's text, wherever it stands. */
export function hiddenCharacterProblems(text: string, lines: LineIndex): readonly Problem[] {
  return hiddenCharacters(text).map(({ offset, character }) =>
    problemAt(lines.place(offset, offset + character.length), hiddenRefusal(character)),
  );
}
