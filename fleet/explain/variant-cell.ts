import { findModel } from "../../catalog/models/index.ts";
import type { CellPlan } from "../../model/plan/cell-plan.ts";
import { planCell } from "../../model/plan/plan-cell.ts";
import { TierSpec } from "../../model/specs/tier-spec.ts";
import type { ExplainedTenant } from "./explained-tenant.ts";
import type { Setting } from "./setting.ts";
import { plannedWith, refusedAsNothing, withValue } from "./variant.ts";

/**
 * The plan of the tenant's cell with another value of one setting, a setting of the configuration being its tier's
 * there; the plan as it is without one. Undefined where the value is refused.
 */
export function variantCellPlan(
  explained: ExplainedTenant,
  change?: { readonly setting: Setting; readonly value: unknown },
): CellPlan | undefined {
  const { tenant, tiers } = explained;
  const specs = new Map([...tiers.sources].map(([name, { spec }]) => [name, spec]));
  const own = specs.get(tenant.spec.tier);
  if (change?.setting.source === "configuration" && own !== undefined) {
    const parsed = TierSpec.safeParse(withValue(own, change.setting.path, change.value));
    if (!parsed.success) return undefined;
    specs.set(tenant.spec.tier, parsed.data);
  }
  const isElsewhere = change !== undefined && change.setting.source !== "configuration";
  const planned = isElsewhere ? plannedWith(explained, change.setting, change.value) : tenant;
  if (planned === undefined) return undefined;
  const { cell, fleet, application } = planned;
  const around = { tiers: specs, application: application.spec, findModel: (alias: string) => findModel(alias) };
  return refusedAsNothing(() => planCell(cell.spec, fleet, around));
}
