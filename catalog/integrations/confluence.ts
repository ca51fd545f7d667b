import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { EventTypes, SecretReference, settingOf } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "confluence",
  title: "Confluence",
  purpose: "development",
  documentation: "https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-page/",
  settings: z.strictObject({
    cloud_id: settingOf(
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      "the id of a site",
      "a UUID, as https://<site>.atlassian.net/_edge/tenant_info shows it",
      "00000000-0000-4000-8000-000000000005",
    ),
    space: settingOf(/^[0-9]{1,18}$/, "the id of a space", "digits", "65540"),
    client_id: settingOf(/^\S{1,256}$/, "the id of an OAuth client", "1 to 256 characters", "abc123"),
    client_secret: SecretReference.meta({ description: "The client's secret, by its name." }),
    events: EventTypes,
  }),
  proof: { kind: "declared, not exercised", because: "Confluence has no counterpart that runs here" },
  connect: (settings) => ({
    kind: "event_destination",
    url: `https://api.atlassian.com/ex/confluence/${settings.cloud_id}/wiki/api/v2/pages`,
    authorization: {
      kind: "oauth",
      tokenUrl: "https://auth.atlassian.com/oauth/token",
      clientId: settings.client_id,
      secretName: settings.client_secret.secret,
      audience: "api.atlassian.com",
    },
    body: `{"spaceId": "${settings.space}", "status": "current", "title": "<type> <id>", "body": {"representation": "storage", "value": "<id>"}}`,
    callsPerSecond: 1,
    ...(settings.events === undefined ? {} : { events: settings.events }),
  }),
});
