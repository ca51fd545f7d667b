import type { CellSpec } from "../specs/cell-spec.ts";
import type { CostAttributionPlan } from "./cost-attribution-plan.ts";

/** Tags of `plan-tags.ts` by which a bill is read; the others would only cost lines in it. */
const tagKeys = ["cell", "cost-allocation", "environment", "fleet", "isolation", "tenant", "tier"];

/** @param prefix begins every physical name of the fleet */
export const planCostAttribution = (prefix: string, cells: readonly CellSpec[]): CostAttributionPlan => ({
  tagKeys,
  tenantCategoryName: `${prefix}-tenant`,
  tierCategoryName: `${prefix}-tier`,
  tiers: [...new Set(cells.flatMap(({ tiers }) => tiers))].sort(),
});
