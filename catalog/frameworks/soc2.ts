import type { Framework } from "../../model/framework.ts";

const source =
  "https://www.aicpa-cima.com/resources/download/2017-trust-services-criteria-with-revised-points-of-focus-2022";

/** What SOC 2 demands of settings that this platform has; a floor raises them, and nothing here weakens one. */
export const framework: Framework = {
  id: "soc2",
  title: "SOC 2",
  floors: [
    {
      path: "configuration.security.mfa_config.required",
      demand: { value: true },
      control: "CC6.1",
      reason: "logical access is protected, here by two factors",
      source,
    },
    {
      path: "configuration.security.password_policy.min_length",
      demand: { minimum: 12 },
      control: "CC6.1",
      reason: "credentials are managed",
      source,
    },
    {
      path: "configuration.security.threat_detection.anomaly_alarms",
      demand: { value: true },
      control: "CC7.2",
      reason: "anomalies are monitored for",
      source,
    },
    {
      path: "monitoring.alerting.security_events",
      demand: { value: true },
      control: "CC7.3",
      reason: "security events are evaluated",
      source,
    },
    {
      path: "infrastructure.storage.backup_enabled",
      demand: { value: true },
      control: "A1.2",
      reason: "data are backed up",
      source,
    },
    {
      path: "configuration.security.threat_detection.waf",
      demand: { value: true },
      control: "CC6.6",
      reason: "the boundary of the system is protected",
      source,
    },
    {
      path: "configuration.compliance.data_classification",
      demand: { minimum: "internal" },
      control: "C1.1",
      reason: "confidential information is identified",
      source,
    },
    {
      path: "monitoring.logging.structured_logging",
      demand: { value: true },
      control: "CC7.2",
      reason: "what happens in the system is logged so that it can be analysed",
      source,
    },
    {
      path: "monitoring.alerting.system_health",
      demand: { value: true },
      control: "A1.1",
      reason: "capacity and use of the system are monitored",
      source,
    },
  ],
};
