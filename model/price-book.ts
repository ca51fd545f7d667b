/**
 * How sure a price is. `high`: unchanged for years, and the same wherever it is quoted. `medium`: quoted, but not lately
 * or not often. `low`: taken from another Region by the ratio that the service's other prices have; nobody read it.
 */
export type PriceConfidence = "high" | "medium" | "low";

/** A list price. */
export interface Price {
  /** US dollars for `per` units. */
  readonly usd: number;
  readonly per: number;
  /** What is counted: `key-month`, `instance-hour`, `GB`. */
  readonly unit: string;
  /** Day for which the source gives the price; it holds from then on until somebody enters another. ISO 8601. */
  readonly effective: string;
  readonly source: string;
  readonly confidence: PriceConfidence;
}

/** List prices of one Region: what is metered (`kms.key`) → its price. */
export interface PriceBook {
  readonly region: string;
  readonly prices: ReadonlyMap<string, Price>;
}

/** Prices that stand on one page of their seller's, read on one day. */
interface PricePage extends Pick<Price, "effective" | "source" | "confidence"> {
  /** What is metered → dollars, what is counted, and for how many of it; 1 where the last is left out. */
  readonly prices: Readonly<Record<string, readonly [usd: number, unit: string, per?: number]>>;
}

/**
 * A page of AWS' prices.
 *
 * @param service as the page's address names it: `kms` is https://aws.amazon.com/kms/pricing/.
 * @param effective the day for which the page was read.
 */
export const awsPage = (
  service: string,
  effective: string,
  confidence: PriceConfidence,
  prices: PricePage["prices"],
): PricePage => ({ source: `https://aws.amazon.com/${service}/pricing/`, effective, confidence, prices });

/** A price book that cannot be read: whoever wrote it mends it, and the message says where. */
export class PriceBookError extends TypeError {
  override readonly name = "PriceBookError";
}

/**
 * A Region's book from the pages that it was read from.
 *
 * @throws PriceBookError where something has two prices, or a price is no price or has no day.
 */
export function priceBook(region: string, pages: readonly PricePage[]): PriceBook {
  const prices = new Map<string, Price>();
  for (const [meter, price] of pages.flatMap(pricesOn)) {
    const fault = prices.has(meter) ? "has two prices" : faultOf(price);
    if (fault !== undefined) {
      throw new PriceBookError(`price of ${meter} in ${region}: ${fault}; mend catalog/prices/${region}.ts`);
    }
    prices.set(meter, price);
  }
  return { region, prices };
}

const pricesOn = ({ prices, ...page }: PricePage): readonly (readonly [string, Price])[] =>
  Object.entries(prices).map(([meter, [usd, unit, per = 1]]) => [meter, { usd, per, unit, ...page }]);

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

function faultOf({ usd, per, effective }: Price): string | undefined {
  if (!dayForm.test(effective) || Number.isNaN(Date.parse(effective)))
    return `"${effective}" is no day like 2026-06-01`;
  return usd >= 0 && per > 0 ? undefined : `${usd} for ${per} is no price`;
}
