import type { PriceBook, PriceConfidence } from "../../model/price-book.ts";
import type { CostedSide } from "./cost-change.ts";
import { estimateStack } from "./estimate-stack.ts";
import type { FindBook } from "./price-charges.ts";

/** A price that somebody should look up again. */
export interface StalePrice {
  readonly region: string;
  readonly meter: string;
  readonly effective: string;
  readonly ageDays: number;
  readonly confidence: PriceConfidence;
  readonly source: string;
}

/** How good the prices are. */
export interface PriceCheck {
  readonly prices: number;
  readonly stale: readonly StalePrice[];
  /** How many prices are this sure. */
  readonly confidence: Readonly<Record<PriceConfidence, number>>;
  /** Types of resources, and kinds of use, that no price is known of, each with how many there are. */
  readonly unpriced: Readonly<Record<string, number>>;
  /** Regions that a fleet is in and no price book is of, sorted. */
  readonly regionsWithoutBook: readonly string[];
}

const millisecondsPerDay = 86_400_000;

/** Whole days from one day to another, both `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / millisecondsPerDay);

/** Prices of a book that are older than `maxAgeDays` on `today`, oldest first. */
export const stalePrices = (book: PriceBook, today: string, maxAgeDays: number): readonly StalePrice[] =>
  [...book.prices]
    .map(([meter, { effective, confidence, source }]) => ({
      region: book.region,
      meter,
      effective,
      ageDays: daysBetween(effective, today),
      confidence,
      source,
    }))
    .filter(({ ageDays }) => ageDays > maxAgeDays)
    .toSorted((one, other) => other.ageDays - one.ageDays);

/**
 * Which prices are old, and what of a fleet has none.
 *
 * @param books every book of the catalog.
 * @param sides stacks of the fleet, each of a kind that the others are not.
 * @param today the day in UTC, `YYYY-MM-DD`.
 */
export function checkPrices(
  books: readonly PriceBook[],
  sides: readonly CostedSide[],
  { today, maxAgeDays }: { readonly today: string; readonly maxAgeDays: number },
): PriceCheck {
  const find: FindBook = (region) => books.find((book) => book.region === region);
  const estimates = sides.map(({ stack, plan }) => estimateStack(stack, plan, find));
  const all = books.flatMap((book) => [...book.prices.values()]);
  const withConfidence = (wanted: PriceConfidence) => all.filter(({ confidence }) => confidence === wanted).length;
  const unpriced = new Map<string, number>();
  for (const [type, count] of estimates.flatMap((estimate) => Object.entries(estimate.unpriced))) {
    unpriced.set(type, (unpriced.get(type) ?? 0) + count);
  }
  return {
    prices: all.length,
    stale: books.flatMap((book) => stalePrices(book, today, maxAgeDays)),
    confidence: { high: withConfidence("high"), medium: withConfidence("medium"), low: withConfidence("low") },
    unpriced: Object.fromEntries([...unpriced].toSorted(([one], [other]) => one.localeCompare(other))),
    regionsWithoutBook: [...new Set(estimates.flatMap((estimate) => estimate.regionsWithoutBook))].toSorted(),
  };
}
