import { z } from "zod";
import { days, feature, quantity } from "./scalars.ts";
import { Security } from "./security.ts";

const Limits = z.strictObject({
  max_users: quantity,
  storage_gb: quantity.describe("Gigabytes of 10^9 bytes, or unlimited."),
  ai_sessions_per_month: quantity,
  api_requests_per_hour: quantity,
  custom_integrations: quantity,
  webhook_endpoints: quantity,
});

const AiConfiguration = z.strictObject({
  model_access: z.record(z.string(), z.boolean()).describe("Alias of a model → whether the tenant may use it."),
  rate_limits: z.strictObject({
    requests_per_minute: quantity,
    tokens_per_day: quantity,
    concurrent_requests: quantity,
  }),
  safety_settings: z.strictObject({
    content_filter: z.boolean(),
    bias_detection: z.boolean(),
    hallucination_detection: z.boolean(),
    safety_threshold: z.number().min(0).max(0.99).describe("Score below which an answer is refused; 0 to 0.99."),
  }),
  ml_pipeline: z.strictObject({
    auto_ml_enabled: z.boolean(),
    model_monitoring: z.boolean(),
    drift_detection: z.boolean(),
    a_b_testing: z.boolean(),
    performance_tracking: z.boolean(),
    experiment_tracking: z.boolean(),
  }),
});

const Integrations = z.strictObject({
  allowed: z.array(z.string()).describe("Integrations that a tenant of the tier may configure."),
  oauth2_flows: z.boolean(),
  scim_provisioning: z.boolean(),
  saml_sso: z.boolean(),
});

const Compliance = z.strictObject({
  data_classification: z.enum(["public", "internal", "confidential", "restricted"]),
  retention_days: z.strictObject({
    user_data: days(1, 36500),
    logs: days(1, 3653),
    backups: days(1, 36500),
  }),
  privacy: z.strictObject({
    data_minimization: z.boolean(),
    consent_required: z.boolean(),
    right_to_deletion: z.boolean(),
    data_portability: z.boolean(),
  }),
});

/** What the tier sells and how the tenant is configured; the prefix `configuration.` may be left out of an override. */
export const Configuration = z.strictObject({
  limits: Limits,
  features: z.record(z.string(), feature),
  security: Security,
  ai_configuration: AiConfiguration,
  integrations: Integrations,
  compliance: Compliance,
});
