import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import type { MicroUsd } from "./money.ts";
import { nodeShareOfPod } from "./node-share.ts";
import { type FindBook, priceCharge, sumOf } from "./price-charges.ts";
import { linesOf } from "./price-resources.ts";
import { nodeCharges } from "./usage/operations.ts";

/** How many of its cell's nodes a tenant's pods take, at their smallest number; 0 where it has nodes of its own. */
export const nodesTaken = ({ compute }: Pick<TenantPlan, "compute">): number =>
  compute.nodeGroup === undefined ? compute.workload.replicas * nodeShareOfPod(compute) : 0;

/** What those nodes cost a month; 0 without a plan, and where there is no price, which the cell's stack says. */
export function costOfPodsOnCell(plan: TenantPlan | undefined, books: FindBook): MicroUsd {
  if (plan === undefined) return 0;
  const { region } = plan.cell;
  const charges = nodeCharges("pods", nodesTaken(plan), plan);
  return sumOf(linesOf(charges.map((one) => priceCharge(one.item, one, region, books))));
}
