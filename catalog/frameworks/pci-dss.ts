import type { Framework } from "../../model/framework.ts";

const source = "https://www.pcisecuritystandards.org/document_library/";

/** What PCI DSS v4.0.1 demands of settings that this platform has; a floor raises them, and nothing here weakens one. */
export const framework: Framework = {
  id: "pci_dss",
  title: "PCI DSS v4.0.1",
  floors: [
    {
      path: "configuration.security.password_policy.min_length",
      demand: { minimum: 12 },
      control: "8.3.6",
      reason: "a password has at least 12 characters",
      source,
    },
    {
      path: "configuration.security.password_policy.require_numbers",
      demand: { value: true },
      control: "8.3.6",
      reason: "a password has digits and letters",
      source,
    },
    {
      path: "configuration.security.password_policy.history_count",
      demand: { minimum: 4 },
      control: "8.3.7",
      reason: "none of the last four passwords is used again",
      source,
    },
    {
      path: "configuration.security.password_policy.max_age_days",
      demand: { maximum: 90 },
      control: "8.3.9",
      reason: "a password that is the only factor changes every 90 days",
      source,
    },
    {
      path: "configuration.security.password_policy.lockout_attempts",
      demand: { maximum: 10 },
      control: "8.3.4",
      reason: "an account is locked after at most ten attempts",
      source,
    },
    {
      path: "configuration.security.mfa_config.required",
      demand: { value: true },
      control: "8.4.2",
      reason: "all access to cardholder data needs two factors",
      source,
    },
    {
      path: "configuration.security.sessions.access_token_minutes",
      demand: { maximum: 15 },
      control: "8.2.8",
      reason: "a session idle for 15 minutes is authenticated again",
      source,
    },
    {
      path: "configuration.compliance.retention_days.logs",
      demand: { minimum: 365 },
      control: "10.5.1",
      reason: "audit history is retained for twelve months",
      source,
    },
    {
      path: "configuration.security.threat_detection.waf",
      demand: { value: true },
      control: "6.4.2",
      reason: "attacks on public web applications are detected and prevented",
      source,
    },
    {
      path: "configuration.security.encryption.key_management",
      demand: { minimum: "tenant_key" },
      control: "3.6.1",
      reason: "keys that protect account data are kept from disclosure, here apart from other tenants",
      source,
    },
    {
      path: "configuration.security.encryption.key_rotation_days",
      demand: { maximum: 365 },
      control: "3.7.4",
      reason: "keys at the end of their cryptoperiod are changed, here every year at the latest",
      source,
    },
    {
      path: "monitoring.logging.structured_logging",
      demand: { value: true },
      control: "10.2.2",
      reason: "audit logs record who did what, when and from where",
      source,
    },
    {
      path: "monitoring.alerting.security_events",
      demand: { value: true },
      control: "12.10.5",
      reason: "alerts of security systems are responded to",
      source,
    },
    {
      path: "configuration.security.threat_detection.anomaly_alarms",
      demand: { value: true },
      control: "11.5.1",
      reason: "intrusions are detected",
      source,
    },
  ],
};
