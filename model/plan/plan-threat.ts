import type { Isolation } from "../isolation.ts";
import type { cellNames, tenantNames } from "../naming.ts";
import type { LogGroupPlan } from "./log-group-plan.ts";
import { logRetentionDays } from "./log-retention.ts";
import type { CellThreatPlan, TenantRecordsPlan } from "./threat-plan.ts";

/** Days for which a finding can be searched: Security Hub itself keeps one for 90. */
const searchableDays = 90;

/** How findings of a cell's account reach its tenants. */
export const planCellThreat = (prefix: string, names: ReturnType<typeof cellNames>): CellThreatPlan => ({
  busName: names.securityBus,
  findingsRuleName: names.findingsRule,
  forwarderRoleName: names.findingsRole,
  logGroupName: names.findingsLogs,
  logRetentionDays: logRetentionDays(searchableDays),
  firewall: { webAclName: names.firewall, logGroupName: names.firewallLogs },
  logPolicyName: names.logPolicy,
  tenantLogGroupPrefix: `/${prefix}/tenant-`,
});

/**
 * How a tenant sees what is done to what it owns: written into its own log groups where it has one for it and does not
 * share everything else, by a stored search otherwise (a rule for each of ten thousand free tenants would be more than
 * a bus takes).
 */
export function planRecords(
  isolation: Isolation,
  logGroups: readonly LogGroupPlan[],
  names: ReturnType<typeof tenantNames>,
): TenantRecordsPlan {
  const groupOf = (category: LogGroupPlan["category"]) =>
    logGroups.find((group) => group.category === category)?.logGroupName;
  const [audit, security] = [groupOf("audit"), groupOf("security")];
  if (isolation === "shared" || audit === undefined) return { kind: "query", queryName: names.recordsQuery };
  return {
    kind: "routed",
    activity: { ruleName: names.activityRule, logGroupName: audit },
    ...(security === undefined ? {} : { findings: { ruleName: names.findingsRule, logGroupName: security } }),
  };
}
