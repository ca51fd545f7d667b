import { isDeepStrictEqual } from "node:util";
import { isMap } from "../../model/resolve/leaves.ts";
import { jsonDocument } from "../diff/json-document.ts";

/** What of two values differs; what both have alike is left out. */
export interface DifferingPart {
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Of two JSON texts (a policy, a dashboard, a document) the part that differs, as data, so that tenants whose texts
 * differ elsewhere are still seen to change alike. Undefined where one of the two is no JSON object or list, or where
 * they differ in their spelling only.
 */
export function differingJsonPart(before: unknown, after: unknown): DifferingPart | undefined {
  const [one, other] = [jsonDocument(before), jsonDocument(after)];
  return one === undefined || other === undefined || isDeepStrictEqual(one, other)
    ? undefined
    : differingPart(one, other);
}

function differingPart(before: unknown, after: unknown): DifferingPart {
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    const items = before.map((item, index) => ({ item, other: after[index] as unknown }));
    const differing = items
      .filter(({ item, other }) => !isDeepStrictEqual(item, other))
      .map(({ item, other }) => differingPart(item, other));
    return { before: differing.map((part) => part.before), after: differing.map((part) => part.after) };
  }
  if (!isMap(before) || !isMap(after)) return { before, after };
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !isDeepStrictEqual(before[key], after[key]),
  );
  const parts = keys.map((key) => [key, differingPart(before[key], after[key])] as const);
  return {
    before: Object.fromEntries(parts.filter(([key]) => key in before).map(([key, part]) => [key, part.before])),
    after: Object.fromEntries(parts.filter(([key]) => key in after).map(([key, part]) => [key, part.after])),
  };
}
