import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import type { SettingsPlan } from "./tenant-plan.ts";

/** What the tenant's application is told beside its entitlements: how it is configured, never a secret or an address. */
export function planSettings({ spec, configuration: tier }: ResolvedTenant): SettingsPlan {
  const { features, security, ai_configuration } = tier.configuration;
  return {
    ...(spec.industry === undefined ? {} : { industry: spec.industry }),
    // What the tier sells on request is off until the tenant's file switches it on.
    features: Object.fromEntries(Object.entries(features).map(([name, state]) => [name, state === "on"])),
    security: { ...security },
    ai: { ...ai_configuration },
    support: { ...tier.support },
  };
}
