import { findPriceBook, pricedRegions } from "../../catalog/prices/index.ts";
import { stalePrices } from "../../fleet/cost/check-prices.ts";
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
