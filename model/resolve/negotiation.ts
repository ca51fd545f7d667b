import { isWithin, quantityOf } from "../quantity.ts";
import { showValue } from "../show-value.ts";
import type { Negotiable, TierSpec } from "../specs/tier-spec.ts";
import { isEntitled, saleOf } from "./entitlements.ts";
import { isSame, type Path, valueAt } from "./leaves.ts";
import { fullPath } from "./override.ts";

/** What a tier lets one negotiate at `path`; undefined where it does not. */
function negotiableAt(tier: TierSpec, path: string): Negotiable | undefined {
  const entry = Object.entries(tier.negotiable).find(([dotted]) => fullPath(dotted).join(".") === path);
  return entry?.[1];
}

/**
 * Whether a tenant of `tier` may have `asked` at `path`: what the tier sets, what it sells, or what it lets one
 * negotiate. A bound of `negotiable` takes the place of the tier's own in its direction; a list is all that may be asked.
 */
export function isAllowed(tier: TierSpec, path: Path, asked: unknown): boolean {
  const dotted = path.join(".");
  const sold = valueAt(tier, path);
  const range = negotiableAt(tier, dotted);
  if (range === undefined || isSame(asked, sold) || asked === undefined) {
    return isEntitled(dotted, asked, sold);
  }
  if (Array.isArray(range)) {
    return range.some((value) => isSame(value, asked));
  }
  return isBelowMaximum(range, dotted, asked, sold) && isAboveMinimum(range, dotted, asked, sold);
}

type Range = Exclude<Negotiable, readonly unknown[]>;

function isBelowMaximum({ max }: Range, path: string, asked: unknown, sold: unknown): boolean {
  if (max === undefined) {
    return saleOf(path) !== "most" || isEntitled(path, asked, sold);
  }
  const quantity = asked === "unlimited" || typeof asked === "number" ? quantityOf(asked) : undefined;
  return quantity !== undefined && isWithin(quantity, quantityOf(max));
}

function isAboveMinimum({ min }: Range, path: string, asked: unknown, sold: unknown): boolean {
  if (min === undefined) {
    return saleOf(path) !== "least" || isEntitled(path, asked, sold);
  }
  return asked === "unlimited" || (typeof asked === "number" && asked >= min);
}

/** What the tier sells at `path` and what it lets one negotiate, for a message. */
export function describeOffer(tier: TierSpec, path: Path): string {
  const sold = showValue(valueAt(tier, path));
  const range = negotiableAt(tier, path.join("."));
  if (range === undefined) {
    return sold;
  }
  if (Array.isArray(range)) {
    return `${range.map(showValue).join(", ")}`;
  }
  const bounds = [
    ...(range.min === undefined ? [] : [`from ${range.min}`]),
    ...(range.max === undefined ? [] : [`up to ${range.max}`]),
  ];
  return `${sold}, negotiable ${bounds.join(" ")}`;
}
