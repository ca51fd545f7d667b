import type { TenantNames } from "../naming.ts";
import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import { planTenantUsers, type UsersPlace } from "./plan-identity.ts";
import { planSupportAccess } from "./plan-operators.ts";
import { planSecrets } from "./plan-secrets.ts";
import type { TenantPlan } from "./tenant-plan.ts";

/** Who gets in: users, the support that the tenant lets in, and the secrets that its file names. */
export const planAccess = (
  resolved: ResolvedTenant,
  names: TenantNames,
  place: UsersPlace,
): Pick<TenantPlan, "secrets" | "supportAccess" | "users"> => ({
  ...planSupportAccess(resolved.spec, place.fleet, names),
  secrets: planSecrets(resolved.spec, names),
  users: planTenantUsers(resolved, names, place),
});
