import { shape } from "../../../catalog/usage-profiles/shape.ts";
import type { TenantPlan } from "../../../model/plan/tenant-plan.ts";
import type { UsageLevel, UsageProfile } from "../../../model/usage-profile.ts";
import { intelligence } from "./ai.ts";
import { backups, cached, objects, rows } from "./data.ts";
import { metrics, scaling, usageEvents } from "./operations.ts";
import { logs, signIns, traffic } from "./traffic.ts";
import type { UsageCharge, UsageRule } from "./usage-charge.ts";
import { usedAmounts } from "./used-amounts.ts";

const rules: readonly UsageRule[] = [
  traffic,
  signIns,
  intelligence,
  objects,
  rows,
  cached,
  backups,
  scaling,
  logs,
  metrics,
  usageEvents,
];

/** What a tenant is charged for using the product at this level, whoever owns the resource that it uses. */
export function tenantUsage(plan: TenantPlan, profile: UsageProfile, level: UsageLevel): readonly UsageCharge[] {
  const use = { plan, used: usedAmounts(plan, profile, shape, level), shape };
  return rules.flatMap((rule) => rule(use));
}
