import { findModel } from "../../catalog/models/index.ts";
import type { CellPlan } from "../../model/plan/cell-plan.ts";
import { planCell } from "../../model/plan/plan-cell.ts";
import { planTenant } from "../../model/plan/plan-tenant.ts";
import type { Phase, TenantPlan } from "../../model/plan/tenant-plan.ts";
import type { TierSpec } from "../../model/specs/tier-spec.ts";
import { application, cellNamed, committed, fleet, resolved, tiers } from "./tenant-sources.ts";

/** Plan of a committed tenant. */
export function tenantPlan(id: string, phase: Phase = "active"): TenantPlan {
  const tenant = resolved(committed(`tenants/${id}.yaml`));
  return planTenant(tenant, cellNamed(tenant.spec.placement.cell), fleet, application, phase);
}

/** Plan of a committed cell. */
export function cellPlan(id: string, phase: CellPlan["phase"] = "active"): CellPlan {
  const specs: (readonly [string, TierSpec])[] = [...tiers.sources].map(([name, { spec }]) => [name, spec]);
  return planCell(cellNamed(id), fleet, {
    tiers: new Map(specs),
    application,
    findModel: (alias) => findModel(alias),
    phase,
  });
}
