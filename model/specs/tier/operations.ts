import { z } from "zod";
import { days } from "./scalars.ts";

const hourOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "use hours and minutes, e.g. 09:00");
const responseHours = z.number().positive().describe("Hours until the first answer.");

/** Support that the tier sells; published to the application, and used to route alarms. */
export const Support = z.strictObject({
  level: z.enum(["community", "business", "premium", "white-glove"]),
  response_hours: z
    .strictObject({ critical: responseHours, high: responseHours, medium: responseHours, low: responseHours })
    .optional()
    .describe("Absent: no answer is promised."),
  hours: z
    .strictObject({
      days: z.array(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])).min(1),
      from: hourOfDay,
      to: hourOfDay,
      timezone: z.string(),
    })
    .optional()
    .describe("When somebody answers; absent: no hours are promised."),
});

/** What is measured, recorded and alarmed on. */
export const Monitoring = z.strictObject({
  metrics: z.strictObject({
    enabled: z.boolean(),
    retention_days: days(1, 455).describe("Days; CloudWatch keeps metrics for 455 days at the most."),
    granularity_minutes: z.int().min(1).max(60),
    custom_metrics: z.boolean(),
    real_time_metrics: z.boolean(),
  }),
  alerting: z.strictObject({
    system_health: z.boolean(),
    security_events: z.boolean(),
    usage_limits: z.boolean(),
    performance: z.boolean(),
    business_metrics: z.boolean(),
    compliance_violations: z.boolean(),
  }),
  logging: z.strictObject({
    level: z.enum(["DEBUG", "INFO", "WARN", "ERROR"]),
    retention_days: days(1, 3653).describe("Days; CloudWatch Logs keeps fixed periods, the next longer one is taken."),
    structured_logging: z.boolean(),
    log_aggregation: z.boolean(),
    categories: z.array(z.enum(["application", "security", "audit", "performance"])).min(1),
  }),
});

/** What is counted and charged. */
export const Billing = z.strictObject({
  usage_tracking: z.strictObject({
    real_time_tracking: z.boolean(),
    detailed_usage_analytics: z.boolean(),
    cost_attribution: z.boolean(),
    budget_management: z.boolean(),
  }),
  limits_enforcement: z.strictObject({
    hard_limits: z.boolean(),
    grace_period_hours: z.int().min(0).max(720),
    upgrade_prompts: z.boolean(),
  }),
  budget_monthly_usd: z.number().min(0).describe("What the tenant's own resources may cost the platform in a month."),
});

const instant = z.string().describe("ISO 8601; usually a template variable.");

/** From trial to destruction. */
export const Lifecycle = z.strictObject({
  trial_days: days(0, 365),
  subscription_months: z.int().min(0).max(120).describe("0: there is no subscription that ends."),
  created_at: instant.optional(),
  trial_expires_at: instant.optional(),
  subscription_ends_at: instant.optional(),
  deprovisioning: z.strictObject({
    grace_period_days: days(0, 365),
    data_retention_days: days(0, 3650),
    backup_before_deletion: z.boolean(),
    secure_data_destruction: z.boolean(),
    compliance_certificates: z.boolean(),
  }),
});
