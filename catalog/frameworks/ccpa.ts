import type { Framework } from "../../model/framework.ts";

const source =
  "https://leginfo.legislature.ca.gov/faces/codes_displayText.xhtml?division=3.&part=4.&lawCode=CIV&title=1.81.5";
const regulations = "https://www.law.cornell.edu/regulations/california/11-CCR-7101";

/** What CCPA demands of settings that this platform has; a floor raises them, and nothing here weakens one. */
export const framework: Framework = {
  id: "ccpa",
  title: "CCPA",
  floors: [
    {
      path: "configuration.compliance.privacy.data_minimization",
      demand: { value: true },
      control: "1798.100(c)",
      reason: "collection is limited to what is necessary and proportionate",
      source,
    },
    {
      path: "configuration.compliance.privacy.right_to_deletion",
      demand: { value: true },
      control: "1798.105",
      reason: "a consumer may have personal information deleted",
      source,
    },
    {
      path: "configuration.compliance.privacy.data_portability",
      demand: { value: true },
      control: "1798.130(a)(3)(B)(iii)",
      reason: "personal information is handed out in a portable form",
      source,
    },
    {
      path: "configuration.compliance.data_classification",
      demand: { minimum: "confidential" },
      control: "1798.100(e)",
      reason: "personal information is protected by reasonable security",
      source,
    },
    {
      path: "monitoring.alerting.security_events",
      demand: { value: true },
      control: "1798.150(a)(1)",
      reason: "theft and disclosure of personal information are guarded against",
      source,
    },
    {
      path: "configuration.compliance.retention_days.logs",
      demand: { minimum: 731 },
      control: "11 CCR 7101(a)",
      reason: "what a consumer asked for and was answered is on record for 24 months",
      source: regulations,
    },
  ],
};
