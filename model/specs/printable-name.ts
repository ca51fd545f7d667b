import { nameOfCharacter } from "../name-of-character.ts";
import type { Breach } from "./rule.ts";

const longest = 200;

/** What keeps a text from being shown to people as it is; undefined where nothing does. */
export function findNameBreach(name: string): Breach | undefined {
  // Written as text in the file these were refused with it; an escape such as "\u0007" or an API brings them here.
  const odd = name.match(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffd]/u)?.[0];
  const base = { code: "TENANT_NAME_FORM", allowed: `1 to ${longest} printable characters` };
  if (odd !== undefined) {
    return {
      ...base,
      message: "holds a character that cannot be shown",
      found: nameOfCharacter(odd),
      suggestion: "delete it",
    };
  }
  if (name.trim() === "") {
    return { ...base, message: "is empty" };
  }
  const length = [...name].length;
  return length > longest ? { ...base, message: "is too long", found: `${length} characters` } : undefined;
}
