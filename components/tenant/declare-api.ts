import { TenantApi } from "../api/tenant-api.ts";
import type { TenantPlace } from "./place.ts";

/** The key of the tenant's callers, and its limits. */
export function declareApi({ name, plan, cell, opts }: TenantPlace): void {
  new TenantApi(`${name}-api`, { plan: plan.api, cell, enabled: plan.phase === "active" }, opts);
}
