import { findPriceBook, pricedRegions } from "../../catalog/prices/index.ts";
import { daysBetween, stalePrices } from "../../fleet/cost/check-prices.ts";
import type { CostChange } from "../../fleet/plan/fleet-plan.ts";
import { printable } from "../../model/printable.ts";

/** Days after which a price should be looked up again: list prices seldom change, and mostly fall. */
export const usualMaxAgeDays = 365;

/** What a Region without prices means, and what to add. */
export const bookMissing = (region: string): string =>
  [
    `There are no prices of ${printable(region)}: what lies there is counted as unpriced, and no other Region's prices are taken.`,
    `Priced are ${pricedRegions().join(", ")}.`,
    `Copy one of catalog/prices/ to catalog/prices/${printable(region)}.ts, enter that Region's prices with their day, and type: tenantry prices check`,
  ].join("\n");

/**
 * A line where prices of a Region are old; undefined where none is.
 *
 * @param today the day in UTC, `YYYY-MM-DD`.
 */
export function staleNotice(region: string, today: string): string | undefined {
  const book = findPriceBook(region);
  const [oldest, ...others] = book === undefined ? [] : stalePrices(book, today, usualMaxAgeDays);
  if (oldest === undefined) return undefined;
  const count = others.length + 1;
  return `${count} of ${book?.prices.size} prices of ${region} are more than ${usualMaxAgeDays} days old, the oldest of ${oldest.effective}. See which: tenantry prices check`;
}

/**
 * What whoever reads a plan's costs must know of the prices in them: Regions without any, and old ones.
 *
 * @param today the day in UTC, `YYYY-MM-DD`.
 */
export function priceNotices(
  { regionsWithoutPrices = [], pricesAsOf }: Pick<CostChange, "regionsWithoutPrices" | "pricesAsOf">,
  today: string,
): readonly string[] {
  const isOld = pricesAsOf !== undefined && daysBetween(pricesAsOf, today) > usualMaxAgeDays;
  const old = `Costs are estimated with prices of ${pricesAsOf} and later, some more than ${usualMaxAgeDays} days old. See which: tenantry prices check`;
  return [...regionsWithoutPrices.map(bookMissing), ...(isOld ? [old] : [])];
}
