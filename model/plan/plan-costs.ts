import type { tenantNames } from "../naming.ts";
import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import type { CostAnomaliesPlan, CostsPlan } from "./costs-plan.ts";

/** Share of a month's budget that is worth a look when it comes unexpected. */
const unusualShare = 0.1;

/**
 * A budget from isolation `schema` up, a monitor for anomalies from `database` up; a tenant in shared tables owns too
 * little to be watched by itself. Nothing where the tier manages no budgets.
 */
export function planCosts(
  { spec, configuration: { billing } }: ResolvedTenant,
  names: ReturnType<typeof tenantNames>,
): CostsPlan {
  const { isolation } = spec.placement;
  const monthlyUsd = billing.budget_monthly_usd;
  if (!billing.usage_tracking.budget_management || isolation === "shared" || monthlyUsd <= 0) return {};
  const budget = { budgetName: names.budget, monthlyUsd };
  if (isolation === "schema") return { budget };
  const anomalies: CostAnomaliesPlan = {
    monitorName: names.costAnomalies,
    subscriptionName: names.costAnomalies,
    watches: isolation === "cluster" ? "account" : "tag",
    thresholdUsd: Math.max(1, Math.floor(monthlyUsd * unusualShare)),
  };
  return { budget, anomalies };
}
