/**
 * Text that came from a file, made safe for people's eyes: what a terminal would obey, what turns the direction of
 * reading, and what is drawn as nothing at all is written as its code point (`\u202e`). A line stays one line.
 */
export function printable(text: string): string {
  return text.replace(unseen, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
  });
}

/** Controls, formats, lone surrogates, line separators, and what Unicode lets a font leave out; a blank of Braille too. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;
