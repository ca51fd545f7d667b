const names: Readonly<Record<number, string>> = {
  0: "NUL",
  7: "BELL",
  9: "TAB",
  10: "LINE FEED",
  13: "CARRIAGE RETURN",
  27: "ESCAPE",
  173: "SOFT HYPHEN",
  8203: "ZERO WIDTH SPACE",
  8204: "ZERO WIDTH NON-JOINER",
  8205: "ZERO WIDTH JOINER",
  8206: "LEFT-TO-RIGHT MARK",
  8207: "RIGHT-TO-LEFT MARK",
  8232: "LINE SEPARATOR",
  8237: "LEFT-TO-RIGHT OVERRIDE",
  8238: "RIGHT-TO-LEFT OVERRIDE",
  65279: "BYTE ORDER MARK",
  65533: "REPLACEMENT CHARACTER",
};

/** `U+202E RIGHT-TO-LEFT OVERRIDE`: how a character that nobody sees is shown. */
export function nameOfCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return Object.hasOwn(names, code) ? `${hex} ${names[code]}` : hex;
}
