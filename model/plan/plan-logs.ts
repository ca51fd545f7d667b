import type { tenantNames } from "../naming.ts";
import type { TierSpec } from "../specs/tier-spec.ts";
import type { LogGroupPlan } from "./log-group-plan.ts";
import { logRetentionDays } from "./log-retention.ts";

/** A log group per category of the tier, kept for the longer of what is configured and what compliance retains. */
export function planLogGroups(
  tier: TierSpec,
  names: ReturnType<typeof tenantNames>,
): { logGroups: readonly LogGroupPlan[]; notices: readonly string[] } {
  const askedDays = Math.max(tier.monitoring.logging.retention_days, tier.configuration.compliance.retention_days.logs);
  const retentionDays = logRetentionDays(askedDays);
  const logGroups = tier.monitoring.logging.categories.map((category) => ({
    category,
    logGroupName: names.logGroup(category),
    retentionDays,
  }));
  const notice = `Logs are to be kept for ${askedDays} days. CloudWatch Logs keeps fixed periods only: they are kept for ${retentionDays} days.`;
  return { logGroups, notices: retentionDays === askedDays ? [] : [notice] };
}
