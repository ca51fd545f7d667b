import type { Framework } from "../../model/framework.ts";

const source = "https://eur-lex.europa.eu/eli/reg/2016/679/oj";

/** What GDPR demands of settings that this platform has; a floor raises them, and nothing here weakens one. */
export const framework: Framework = {
  id: "gdpr",
  title: "GDPR",
  floors: [
    {
      path: "configuration.compliance.privacy.data_minimization",
      demand: { value: true },
      control: "Art. 5(1)(c)",
      reason: "personal data are limited to what is necessary",
      source,
    },
    {
      path: "configuration.compliance.privacy.right_to_deletion",
      demand: { value: true },
      control: "Art. 17",
      reason: "a person may have personal data erased",
      source,
    },
    {
      path: "configuration.compliance.privacy.data_portability",
      demand: { value: true },
      control: "Art. 20",
      reason: "a person may take personal data along",
      source,
    },
    {
      path: "configuration.compliance.data_classification",
      demand: { minimum: "confidential" },
      control: "Art. 5(1)(f)",
      reason: "personal data are protected against unauthorised processing",
      source,
    },
    {
      path: "infrastructure.storage.backup_enabled",
      demand: { value: true },
      control: "Art. 32(1)(c)",
      reason: "access to personal data can be restored after an incident",
      source,
    },
    {
      path: "configuration.compliance.privacy.consent_required",
      demand: { value: true },
      control: "Art. 7(1)",
      reason: "consent to the processing can be shown",
      source,
    },
    {
      path: "monitoring.alerting.security_events",
      demand: { value: true },
      control: "Art. 33(1)",
      reason: "a breach is noticed in time to be notified within 72 hours",
      source,
    },
  ],
};
