import type { Framework } from "../../model/framework.ts";

const source = "https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-164/subpart-C";

/** What HIPAA demands of settings that this platform has; a floor raises them, and nothing here weakens one. */
export const framework: Framework = {
  id: "hipaa",
  title: "HIPAA",
  floors: [
    {
      path: "configuration.security.encryption.key_management",
      demand: { minimum: "tenant_key" },
      control: "164.312(a)(2)(iv)",
      reason: "health information is encrypted, here with a key that no other tenant shares",
      source,
    },
    {
      path: "configuration.compliance.retention_days.logs",
      demand: { minimum: 2192 },
      control: "164.316(b)(2)(i)",
      reason: "records are retained for six years",
      source,
    },
    {
      path: "configuration.security.sessions.access_token_minutes",
      demand: { maximum: 60 },
      control: "164.312(a)(2)(iii)",
      reason: "a session ends by itself after a time",
      source,
    },
    {
      path: "configuration.security.mfa_config.required",
      demand: { value: true },
      control: "164.312(d)",
      reason: "whoever asks for access is authenticated, here by two factors",
      source,
    },
    {
      path: "configuration.compliance.data_classification",
      demand: { minimum: "restricted" },
      control: "164.306(a)(1)",
      reason: "all health information is kept confidential",
      source,
    },
    {
      path: "infrastructure.storage.backup_enabled",
      demand: { value: true },
      control: "164.308(a)(7)(ii)(A)",
      reason: "exact copies of health information can be retrieved",
      source,
    },
    {
      path: "configuration.security.threat_detection.anomaly_alarms",
      demand: { value: true },
      control: "164.308(a)(5)(ii)(C)",
      reason: "attempts to log in are monitored",
      source,
    },
    {
      path: "configuration.security.password_policy.min_length",
      demand: { minimum: 12 },
      control: "164.308(a)(5)(ii)(D)",
      reason: "passwords are managed, here by a least length",
      source,
    },
    {
      path: "monitoring.alerting.security_events",
      demand: { value: true },
      control: "164.308(a)(6)(ii)",
      reason: "security incidents are identified and responded to",
      source,
    },
    {
      path: "monitoring.logging.structured_logging",
      demand: { value: true },
      control: "164.312(b)",
      reason: "activity in systems with health information is recorded and can be examined",
      source,
    },
    {
      path: "configuration.security.threat_detection.waf",
      demand: { value: true },
      control: "164.306(a)(2)",
      reason: "health information is protected against anticipated threats",
      source,
    },
  ],
};
