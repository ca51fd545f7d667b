import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { atlassianAuthorization, atlassianClient, atlassianSite } from "../../model/specs/atlassian-settings.ts";
import { EventTypes, settingOf } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "jira",
  title: "Jira",
  purpose: "development",
  documentation: "https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/",
  settings: z.strictObject({
    ...atlassianSite,
    project: settingOf(/^[A-Z][A-Z0-9_]{1,9}$/, "the key of a project", "2 to 10 capitals, digits and _", "OPS"),
    ...atlassianClient,
    events: EventTypes,
  }),
  proof: { kind: "declared, not exercised", because: "Jira has no counterpart that runs here" },
  connect: (settings) => ({
    kind: "event_destination",
    url: `https://api.atlassian.com/ex/jira/${settings.cloud_id}/rest/api/3/issue`,
    authorization: atlassianAuthorization(settings),
    body: `{"fields": {"project": {"key": "${settings.project}"}, "issuetype": {"name": "Task"}, "summary": "<type>"}}`,
    callsPerSecond: 1,
    ...(settings.events === undefined ? {} : { events: settings.events }),
  }),
});
