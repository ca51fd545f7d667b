import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { EventTypes, SecretReference, settingOf } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "jira",
  title: "Jira",
  purpose: "development",
  documentation: "https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/",
  settings: z.strictObject({
    cloud_id: settingOf(
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      "the id of a site",
      "a UUID, as https://<site>.atlassian.net/_edge/tenant_info shows it",
      "00000000-0000-4000-8000-000000000005",
    ),
    project: settingOf(/^[A-Z][A-Z0-9_]{1,9}$/, "the key of a project", "2 to 10 capitals, digits and _", "OPS"),
    client_id: settingOf(/^\S{1,256}$/, "the id of an OAuth client", "1 to 256 characters", "abc123"),
    client_secret: SecretReference.meta({ description: "The client's secret, by its name." }),
    events: EventTypes,
  }),
  proof: { kind: "declared, not exercised", because: "Jira has no counterpart that runs here" },
  connect: (settings) => ({
    kind: "event_destination",
    url: `https://api.atlassian.com/ex/jira/${settings.cloud_id}/rest/api/3/issue`,
    authorization: {
      kind: "oauth",
      tokenUrl: "https://auth.atlassian.com/oauth/token",
      clientId: settings.client_id,
      secretName: settings.client_secret.secret,
      audience: "api.atlassian.com",
    },
    body: `{"fields": {"project": {"key": "${settings.project}"}, "issuetype": {"name": "Task"}, "summary": "<type>"}}`,
    callsPerSecond: 1,
    ...(settings.events === undefined ? {} : { events: settings.events }),
  }),
});
