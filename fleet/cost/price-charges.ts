import { findPriceBook } from "../../catalog/prices/index.ts";
import type { PriceBook } from "../../model/price-book.ts";
import type { Charge } from "./charges/charge.ts";
import { type MicroUsd, microUsdOf } from "./money.ts";

/** The prices of a Region; undefined where there are none. */
export type FindBook = (region: string) => PriceBook | undefined;

export const ownBooks: FindBook = (region) => findPriceBook(region);

/** What one charge comes to in a month. */
export interface CostLine extends Charge {
  /** What it is for: a resource's type, or a kind of use. */
  readonly item: string;
  readonly region: string;
  /** What `quantity` counts: `GB-month`. */
  readonly unit: string;
  /** Day for which the price was read. */
  readonly effective: string;
  readonly cost: MicroUsd;
}

export type PricedCharge =
  | { readonly kind: "priced"; readonly line: CostLine }
  /** The Region has no book, or its book does not have the meter. */
  | { readonly kind: "no-book" }
  | { readonly kind: "no-price" };

/** Prices one charge in a Region; rounded to a millionth of a dollar, so that sums of lines are exact. */
export function priceCharge(item: string, { meter, quantity }: Charge, region: string, books: FindBook): PricedCharge {
  const book = books(region);
  if (book === undefined) return { kind: "no-book" };
  const price = book.prices.get(meter);
  if (price === undefined) return { kind: "no-price" };
  const cost = microUsdOf((quantity * price.usd) / price.per);
  return {
    kind: "priced",
    line: { item, meter, quantity, region, unit: price.unit, effective: price.effective, cost },
  };
}

export const sumOf = (lines: readonly Pick<CostLine, "cost">[]): MicroUsd =>
  lines.reduce((sum, { cost }) => sum + cost, 0);
