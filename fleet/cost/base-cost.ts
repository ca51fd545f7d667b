import { basePrices } from "../../catalog/prices/base-prices.ts";
import type { SynthesisedResource } from "../synth/synthesised-stack.ts";

/** What a stack's own resources cost by being there. */
export interface BaseCost {
  /** US dollars a month, list price; what is charged by the hour or by use is not in it. */
  readonly monthlyUsd: number;
  /** Types that are charged by the hour, by their size. */
  readonly hourly: readonly string[];
  /** Types of a cloud that no price is known of. */
  readonly unpriced: readonly string[];
}

/** Whether a cloud or a server has it: components and providers are the program's alone. */
export const isOwned = ({ type }: Pick<SynthesisedResource, "type">): boolean => !/^(pulumi:|tenantry:)/.test(type);

/** Objects of a cluster and of a database server cost nothing by themselves: their server does. */
const isPriced = (type: string) => type.startsWith("aws:");

/** Adds up the list prices of what is declared (`catalog/prices/`). */
export function baseCost(resources: readonly SynthesisedResource[]): BaseCost {
  const types = resources
    .filter(isOwned)
    .map(({ type }) => type)
    .filter(isPriced);
  const of = (kind: "hourly" | undefined) =>
    [...new Set(types.filter((type) => basePrices[type]?.kind === kind))].toSorted();
  const cents = types.reduce((sum, type) => {
    const price = basePrices[type];
    return sum + (price?.kind === "monthly" ? Math.round(price.usd * 100) : 0);
  }, 0);
  return { monthlyUsd: cents / 100, hourly: of("hourly"), unpriced: of(undefined) };
}
