import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../problems.ts";
import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import { placeOf } from "./problem-place.ts";

/** What a user pool holds to as a whole; the lifetimes of tokens are each client's. */
const poolSettings = [
  "password_policy.min_length",
  "password_policy.require_uppercase",
  "password_policy.require_lowercase",
  "password_policy.require_numbers",
  "password_policy.require_special_chars",
  "password_policy.history_count",
  "mfa_config.required",
  "mfa_config.methods",
  "mfa_config.adaptive_mfa",
  "mfa_config.risk_based_auth",
  "sessions.device_tracking",
].map((path) => `configuration.security.${path}`);

/** Settings of a shared user pool that one of its tenants has otherwise than the tier: nothing could hold to them. */
export function findIdentityProblems(resolved: ResolvedTenant): readonly Problem[] {
  if (resolved.spec.placement.isolation !== "shared") return [];
  return poolSettings.flatMap((path) => {
    const chain = resolved.chains[path] ?? [];
    const [sold, own] = [chain.find(({ layer }) => layer === "tier")?.value, chain.at(-1)?.value];
    return isDeepStrictEqual(sold, own) ? [] : [sharedSetting(resolved, path, { sold, own })];
  });
}

const sharedSetting = (
  resolved: ResolvedTenant,
  path: string,
  { sold, own }: { readonly sold: unknown; readonly own: unknown },
): Problem => ({
  ...placeOf(resolved, path),
  code: "USER_POOL_SHARED",
  path,
  message: `is a setting of the user pool that all tenants of tier ${resolved.configuration.tier} share`,
  found: JSON.stringify(own),
  allowed: JSON.stringify(sold),
  suggestion: "leave it out, or choose a tier of isolation schema or above, which has a user pool for each tenant",
});
