import type { Framework } from "../../model/framework.ts";

const source = "https://www.fedramp.gov/docs/rev5/";

/** What FedRAMP Moderate (NIST SP 800-53 Rev. 5) demands of settings that this platform has; a floor raises them, and nothing here weakens one. */
export const framework: Framework = {
  id: "fedramp_moderate",
  title: "FedRAMP Moderate (NIST SP 800-53 Rev. 5)",
  floors: [
    {
      path: "configuration.security.password_policy.lockout_attempts",
      demand: { maximum: 3 },
      control: "AC-7",
      reason: "an account is locked after at most three attempts",
      source,
    },
    {
      path: "configuration.security.password_policy.min_length",
      demand: { minimum: 12 },
      control: "IA-5(1)",
      reason: "passwords follow a policy of length",
      source,
    },
    {
      path: "configuration.security.mfa_config.required",
      demand: { value: true },
      control: "IA-2(2)",
      reason: "accounts authenticate by several factors",
      source,
    },
    {
      path: "configuration.security.encryption.key_management",
      demand: { minimum: "tenant_key" },
      control: "SC-12",
      reason: "keys are established and managed, here one per tenant",
      source,
    },
    {
      path: "configuration.compliance.retention_days.logs",
      // Twelve months at hand and eighteen in store, counted with their longest months and a leap day.
      demand: { minimum: 915 },
      control: "AU-11",
      reason: "audit records are retained for the 30 months of memorandum M-21-31",
      source,
    },
    {
      path: "configuration.security.sessions.access_token_minutes",
      demand: { maximum: 15 },
      control: "AC-12",
      reason: "a session is terminated after a time",
      source,
    },
    {
      path: "infrastructure.storage.backup_enabled",
      demand: { value: true },
      control: "CP-9",
      reason: "information is backed up",
      source,
    },
    {
      path: "monitoring.alerting.security_events",
      demand: { value: true },
      control: "SI-4",
      reason: "the system is monitored for attacks",
      source,
    },
    {
      path: "configuration.security.threat_detection.waf",
      demand: { value: true },
      control: "SC-7",
      reason: "communications at the boundary are monitored and controlled",
      source,
    },
    {
      path: "monitoring.logging.structured_logging",
      demand: { value: true },
      control: "AU-3",
      reason: "audit records say what happened, when, where and by whom",
      source,
    },
    {
      path: "configuration.compliance.data_classification",
      demand: { minimum: "confidential" },
      control: "RA-2",
      reason: "information is categorised, here as federal and not public",
      source,
    },
    {
      path: "configuration.security.encryption.key_rotation_days",
      demand: { maximum: 365 },
      control: "SC-12",
      reason: "keys are established and managed, here changed every year at the latest",
      source,
    },
    {
      path: "monitoring.alerting.system_health",
      demand: { value: true },
      control: "SI-4",
      reason: "the system is monitored",
      source,
    },
  ],
  residency: {
    allowed: ["us", "us_gov"],
    control: "SA-9(5)",
    reason: "data and its processing stay where the agency says, here in the United States",
    source,
  },
};
