import { printable } from "../../model/printable.ts";
import { readSecrets } from "../synth/secret-value.ts";

/** Both sides of a changed property as text for people; undefined where a side is absent. Not yet inert. */
export interface ShownChange {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Characters kept in front of the first difference of two long values. */
const lead = 24;

/**
 * Both sides in at most `most` characters each. Of long values the part is shown that begins shortly before they differ,
 * so that one word changed in a policy of a page is seen. Secrets are `[secret]`.
 */
export function shownChange(
  change: { readonly before?: unknown; readonly after?: unknown },
  most: number,
): ShownChange {
  const before = textOf(change.before);
  const after = textOf(change.after);
  const isLong = (before?.length ?? 0) > most || (after?.length ?? 0) > most;
  const from = isLong ? Math.max(0, firstDifference(before ?? "", after ?? "") - lead) : 0;
  return { before: part(before, from, most), after: part(after, from, most) };
}

/** A value as text: strings as they are unless they could be taken for something else, all others as JSON. */
function textOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const read = readSecrets(value);
  if (typeof read === "string") return isPlain(read) ? read : JSON.stringify(read);
  return JSON.stringify(read) ?? String(read);
}

const isPlain = (text: string): boolean =>
  text.trim() === text && text !== "" && !/^(-?[0-9.]+|true|false|null)$/.test(text);

function firstDifference(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  let at = 0;
  while (at < shorter && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at;
}

/** Characters from `from` on, with an ellipsis wherever something is left out; never half of a character. */
function part(text: string | undefined, from: number, most: number): string | undefined {
  if (text === undefined) return undefined;
  const start = from >= text.length ? Math.max(0, text.length - most) : from;
  const kept = clipped(text.slice(start).replace(/^[\udc00-\udfff]/, ""), most);
  return start === 0 ? kept : `…${kept}`;
}

/** The first `most` UTF-16 units of a text, with an ellipsis where more follow. */
function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** What a text shows in at most `most` characters. Only so many are looked at, since a value may be a page. */
export const shownText = (text: string, most: number): string => clipped(printable(clipped(text, most)), most);
