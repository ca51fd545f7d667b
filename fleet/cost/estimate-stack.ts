import { basePrices } from "../../catalog/prices/base-prices.ts";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import type { SynthesisedStack } from "../synth/synthesised-stack.ts";
import { type MicroUsd, microUsdOf } from "./money.ts";

/** With little, usual and much use. */
export interface CostBands {
  readonly low: MicroUsd;
  readonly typical: MicroUsd;
  readonly high: MicroUsd;
}

/** What one stack costs a month; list prices. */
export interface StackEstimate {
  readonly total: CostBands;
  /** Types that no price is known of, each with how many there are. */
  readonly unpriced: Readonly<Record<string, number>>;
}

/**
 * What a stack's own resources cost a month.
 *
 * @param _plan a tenant's; what it uses of what its tier sells is counted by it.
 */
export function estimateStack({ resources }: Pick<SynthesisedStack, "resources">, _plan?: TenantPlan): StackEstimate {
  const unpriced: Record<string, number> = {};
  let base: MicroUsd = 0;
  for (const { type } of resources) {
    if (!type.startsWith("aws:")) continue;
    const price = basePrices[type];
    if (price?.kind === "monthly") base += microUsdOf(price.usd);
    else unpriced[type] = (unpriced[type] ?? 0) + 1;
  }
  return { total: { low: base, typical: base, high: base }, unpriced };
}
