import type { Problem } from "../model/problems.ts";
import type { LineIndex } from "./line-index.ts";
import { problemAt, type Refusal } from "./refusal.ts";

/**
 * Characters that a reader does not see or that turn the direction of what is read: C0 and C1 controls except tab and
 * line ends, soft hyphen, combining grapheme joiner, Hangul fillers, zero-width and bidirectional marks, line and
 * paragraph separators, interlinear and variation marks of other planes, byte order mark, tag characters.
 * Unicode Technical Report 36 (https://www.unicode.org/reports/tr36/) and "Trojan Source" (CVE-2021-42574) say why.
 */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\uffff]|[\u{e0000}-\u{e0fff}]/gu;

const names: Readonly<Record<number, string>> = {
  0: "NUL",
  27: "ESCAPE",
  173: "SOFT HYPHEN",
  8203: "ZERO WIDTH SPACE",
  8204: "ZERO WIDTH NON-JOINER",
  8205: "ZERO WIDTH JOINER",
  8237: "LEFT-TO-RIGHT OVERRIDE",
  8238: "RIGHT-TO-LEFT OVERRIDE",
  8232: "LINE SEPARATOR",
  65279: "BYTE ORDER MARK",
  65533: "REPLACEMENT CHARACTER",
};

/** `U+202E RIGHT-TO-LEFT OVERRIDE`: how a character that nobody sees is shown. */
export function nameOfCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return code in names ? `${hex} ${names[code]}` : hex;
}

/** The hidden characters of `text`, each with its offset. */
export function hiddenCharacters(text: string): readonly { readonly offset: number; readonly character: string }[] {
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
