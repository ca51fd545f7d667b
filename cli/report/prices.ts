import Table from "cli-table3";
import type { PriceCheck, StalePrice } from "../../fleet/cost/check-prices.ts";
import { bookMissing } from "./price-words.ts";

/** Words what is wrong with the prices, for a person. */
export function renderPriceCheck(check: PriceCheck, maxAgeDays: number): string {
  const { prices, stale, confidence, unpriced, regionsWithoutBook } = check;
  const sure = `${confidence.high} sure, ${confidence.medium} less so, ${confidence.low} taken from another Region by ratio`;
  const types = Object.entries(unpriced).map(([type, count]) => `  ${count} × ${type}`);
  return [
    `${prices} prices: ${sure}`,
    stale.length === 0
      ? `None is more than ${maxAgeDays} days old.`
      : `${stale.length} are more than ${maxAgeDays} days old:\n${staleTable(stale)}\nLook each up on its page and enter it in catalog/prices/<region>.ts with the day.`,
    ...regionsWithoutBook.map(bookMissing),
    types.length === 0
      ? "Everything that this fleet declares and uses has a price."
      : `Without a price in this fleet:\n${types.join("\n")}`,
  ].join("\n");
}

/** One line a page and day: whoever looks one price up sees the others. */
function staleTable(stale: readonly StalePrice[]): string {
  const table = new Table({
    head: ["Region", "as of", "days", "prices", "page"],
    style: { head: [], border: [] },
  });
  for (const [, prices] of Map.groupBy(stale, ({ region, effective, source }) => `${region} ${effective} ${source}`)) {
    const [first] = prices;
    if (first !== undefined) table.push([first.region, first.effective, first.ageDays, prices.length, first.source]);
  }
  return table.toString();
}

/** The document of `tenantry prices check --json`; its keys are a contract. */
export const priceCheckJson = (
  { prices, stale, confidence, unpriced, regionsWithoutBook }: PriceCheck,
  maxAgeDays: number,
  today: string,
): string =>
  JSON.stringify(
    {
      formatVersion: 1,
      today,
      maxAgeDays,
      prices,
      confidence,
      stale,
      unpriced,
      regionsWithoutPrices: regionsWithoutBook,
    },
    null,
    2,
  );
