import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import { templateVariables } from "../templates/variables.ts";
import type { LifecyclePlan, SettingsPlan } from "./tenant-plan.ts";

/** What the tenant's application is told beside its entitlements: how it is configured, never a secret or an address. */
export function planSettings(resolved: ResolvedTenant): SettingsPlan {
  const { spec, configuration: tier } = resolved;
  const { features, security, ai_configuration, integrations, compliance } = tier.configuration;
  const { logging, metrics } = tier.monitoring;
  return {
    ...(spec.industry === undefined ? {} : { industry: spec.industry }),
    // What the tier sells on request is off until the tenant's file switches it on.
    features: Object.fromEntries(Object.entries(features).map(([name, state]) => [name, state === "on"])),
    security: { ...security },
    ai: { ...ai_configuration },
    support: { ...tier.support },
    enforcement: { ...tier.billing.limits_enforcement },
    lifecycle: planLifecycle(resolved),
    logging: { level: logging.level, structured: logging.structured_logging, categories: logging.categories },
    metrics: {
      enabled: metrics.enabled,
      granularity_minutes: metrics.granularity_minutes,
      custom: metrics.custom_metrics,
      real_time: metrics.real_time_metrics,
    },
    usage: {
      real_time: tier.billing.usage_tracking.real_time_tracking,
      detailed: tier.billing.usage_tracking.detailed_usage_analytics,
    },
    compliance: { frameworks: spec.compliance ?? [], ...compliance },
    integrations: { ...integrations },
    cache: { ...tier.infrastructure.cache },
  };
}

/** Dates from the tenant's recorded creation, so that planning again gives the same. */
function planLifecycle({ spec, configuration: { lifecycle } }: ResolvedTenant): LifecyclePlan {
  const dates = templateVariables({
    id: spec.id,
    name: spec.name,
    residency: spec.residency,
    created: spec.created,
    trialDays: lifecycle.trial_days,
    subscriptionMonths: lifecycle.subscription_months,
  });
  const trial = lifecycle.trial_expires_at ?? dates["trial_expiry_date()"];
  const subscription = lifecycle.subscription_ends_at ?? dates["subscription_end_date()"];
  return {
    created_at: spec.created,
    ...(trial === undefined ? {} : { trial_expires_at: trial }),
    ...(subscription === undefined ? {} : { subscription_ends_at: subscription }),
  };
}
