import { planTenant } from "../../model/plan/plan-tenant.ts";
import type { Phase, TenantPlan } from "../../model/plan/tenant-plan.ts";
import { application, cellNamed, fleet, resolved, tenantHead } from "./tenant-sources.ts";

/** An enterprise tenant with a database of its own that connects what `integrations` says, in the YAML of its file. */
export const enterpriseWith = (integrations: string, phase: Phase = "active"): TenantPlan =>
  planTenant(
    resolved(tenantHead("enterprise", "database", `integrations:\n  ${integrations}`)),
    cellNamed("us-1"),
    fleet,
    application,
    phase,
  );
