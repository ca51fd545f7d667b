import { TenantCosts } from "../billing/tenant-costs.ts";
import type { TenantPlace } from "./place.ts";

/** Budget and anomalies of what the tenant owns; nothing for a tenant that owns too little. */
export function declareBilling({ name, plan, cell, opts }: TenantPlace): void {
  if (plan.costs.budget === undefined) return;
  new TenantCosts(
    `${name}-costs`,
    { plan: plan.costs, tenantId: plan.tenant.id, topicArn: cell.routineAlarmTopicArn },
    opts,
  );
}
