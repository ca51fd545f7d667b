import { isPooled } from "../isolation.ts";
import type { cellNames, tenantNames } from "../naming.ts";
import { quantityOf } from "../quantity.ts";
import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import type { TierSpec } from "../specs/tier-spec.ts";
import { apiLimits, isSameLimit } from "./api-limits.ts";
import type { ApiPlan, CellApiPlan, UsagePlanPlan } from "./api-plan.ts";

const path = "configuration.limits.api_requests_per_hour";

/**
 * A key of the tenant's own; and the cell's usage plan for its tier, unless an override sells it something else, the
 * tier's version is pinned, or the tenant shares nothing.
 */
export function planApi(resolved: ResolvedTenant, names: ReturnType<typeof tenantNames>): ApiPlan {
  const { spec, configuration: tier, origins } = resolved;
  const isTiers = origins[path]?.layer === "tier" && !spec.tier.includes("@");
  return {
    keyName: names.apiKey,
    limits: apiLimits(quantityOf(tier.configuration.limits.api_requests_per_hour)),
    usagePlan:
      isPooled(spec.placement.isolation) && isTiers
        ? { kind: "cell", tier: tier.tier }
        : { kind: "own", planName: names.usagePlan },
  };
}

/** The gateway of a cell, with a usage plan for each distinct set of limits that its pool tiers sell. */
export function planCellApi(
  tiers: readonly TierSpec[],
  names: ReturnType<typeof cellNames>,
  { accessLogRetentionDays, tenantOrigin }: Pick<CellApiPlan, "accessLogRetentionDays" | "tenantOrigin">,
): CellApiPlan {
  const usagePlans: { tiers: string[]; plan: UsagePlanPlan }[] = [];
  for (const { tier, configuration, infrastructure } of tiers) {
    if (!isPooled(infrastructure.isolation)) continue;
    const limits = apiLimits(quantityOf(configuration.limits.api_requests_per_hour));
    const same = usagePlans.find(({ plan }) => isSameLimit(plan.limits, limits));
    if (same === undefined) usagePlans.push({ tiers: [tier], plan: { planName: names.usagePlan(tier), limits } });
    else same.tiers.push(tier);
  }
  return {
    apiName: names.api,
    stageName: "live",
    tenantOrigin,
    logRoleName: names.apiLogRole,
    accessLogGroupName: names.apiAccessLogs,
    accessLogRetentionDays,
    usagePlans,
  };
}
