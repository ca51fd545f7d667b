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
  ],
};
