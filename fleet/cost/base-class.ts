import { hash } from "node:crypto";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import { tenantTokens } from "../classes/identity-tokens.ts";
import { IdentityReplacer } from "../classes/replace-identity.ts";

/**
 * What tenants whose own resources cost the same have in common: the cell, and a plan that says the same but for who they
 * are. Resources are a function of the plan, and names cost nothing.
 */
export function baseClassOf(plan: TenantPlan): string {
  const { tier, isolation } = plan.tenant;
  const identity = new IdentityReplacer(tenantTokens(plan));
  const nameless = identity.value({ ...plan, origins: {}, tenant: { ...plan.tenant, name: "" } });
  return hash("sha256", JSON.stringify([plan.cell.id, tier, isolation, nameless]));
}
