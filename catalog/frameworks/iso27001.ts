import type { Framework } from "../../model/framework.ts";

const source = "https://www.iso.org/standard/27001";

/** What ISO/IEC 27001:2022 demands of settings that this platform has; a floor raises them, and nothing here weakens one. */
export const framework: Framework = {
  id: "iso27001",
  title: "ISO/IEC 27001:2022",
  floors: [
    {
      path: "configuration.compliance.data_classification",
      demand: { minimum: "internal" },
      control: "A.5.12",
      reason: "information is classified",
      source,
    },
    {
      path: "configuration.security.mfa_config.required",
      demand: { value: true },
      control: "A.8.5",
      reason: "authentication is secure",
      source,
    },
    {
      path: "infrastructure.storage.backup_enabled",
      demand: { value: true },
      control: "A.8.13",
      reason: "information is backed up",
      source,
    },
    {
      path: "monitoring.logging.structured_logging",
      demand: { value: true },
      control: "A.8.15",
      reason: "activities are logged so that they can be analysed",
      source,
    },
    {
      path: "monitoring.alerting.system_health",
      demand: { value: true },
      control: "A.8.16",
      reason: "systems are monitored",
      source,
    },
    {
      path: "configuration.security.password_policy.min_length",
      demand: { minimum: 12 },
      control: "A.5.17",
      reason: "authentication information is managed, here by a least length",
      source,
    },
    {
      path: "monitoring.alerting.security_events",
      demand: { value: true },
      control: "A.5.25",
      reason: "security events are assessed",
      source,
    },
    {
      path: "configuration.security.threat_detection.waf",
      demand: { value: true },
      control: "A.8.26",
      reason: "applications that public networks reach are protected",
      source,
    },
    {
      path: "configuration.compliance.privacy.consent_required",
      demand: { value: true },
      control: "A.5.34",
      reason: "privacy is preserved as the law demands",
      source,
    },
  ],
};
