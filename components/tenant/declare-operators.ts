import { SupportRole } from "../identity/support-role.ts";
import type { TenantPlace } from "./place.ts";

/** Support's role, while the tenant lets it in. */
export function declareSupport({ name, plan, opts }: TenantPlace): void {
  const { supportAccess, cell, compute, secrets } = plan;
  if (supportAccess === undefined) return;
  const namePrefix = secrets.prefix.slice(0, -`/${compute.namespace}/`.length);
  new SupportRole(`${name}-support`, { plan: supportAccess, cell, namespace: compute.namespace, namePrefix }, opts);
}
