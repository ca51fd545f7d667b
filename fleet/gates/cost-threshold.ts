import type { GateName } from "../../model/gates.ts";
import type { CostChange } from "../plan/fleet-plan.ts";
import type { GateFinding } from "./gate.ts";

/** By how much a change may raise the monthly cost; the larger of the two counts. */
export interface CostThreshold {
  /** US dollars a month. */
  readonly monthlyIncreaseUsd: number;
  /** Of what the touched stacks cost before. */
  readonly monthlyIncreasePercent: number;
}

/** Where `fleet.yaml` says nothing: what a reviewer would want to know of, and no more. */
const defaultCostThreshold: CostThreshold = { monthlyIncreaseUsd: 100, monthlyIncreasePercent: 10 };

const gate: GateName = "cost-threshold";

/**
 * What the change as a whole costs more than it may; its resource is `fleet`, as an exception in `fleet.yaml` names it.
 *
 * @param cost of the stacks that were there before: a new tenant pays its tier's price.
 */
export function findCostFindings(
  { base, delta }: Pick<CostChange, "base" | "delta">,
  { monthlyIncreaseUsd, monthlyIncreasePercent }: CostThreshold = defaultCostThreshold,
): readonly GateFinding[] {
  const allowed = Math.max(monthlyIncreaseUsd, (base * monthlyIncreasePercent) / 100);
  if (delta <= allowed) return [];
  const reason = `the touched stacks would cost ${delta.toFixed(2)} USD a month more than the ${base.toFixed(2)} before; ${allowed.toFixed(2)} more are allowed (cost_threshold in fleet.yaml)`;
  return [{ gate, stack: "fleet", resource: "fleet", reason }];
}
