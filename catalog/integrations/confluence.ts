import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { atlassianAuthorization, atlassianClient, atlassianSite } from "../../model/specs/atlassian-settings.ts";
import { EventTypes, settingOf } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "confluence",
  title: "Confluence",
  purpose: "development",
  documentation: "https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-page/",
  settings: z.strictObject({
    ...atlassianSite,
    space: settingOf(/^[0-9]{1,18}$/, "the id of a space", "digits", "65540"),
    ...atlassianClient,
    events: EventTypes,
  }),
  proof: { kind: "declared, not exercised", because: "Confluence has no counterpart that runs here" },
  connect: (settings) => ({
    kind: "event_destination",
    url: `https://api.atlassian.com/ex/confluence/${settings.cloud_id}/wiki/api/v2/pages`,
    authorization: atlassianAuthorization(settings),
    body: `{"spaceId": "${settings.space}", "status": "current", "title": "<type> <id>", "body": {"representation": "storage", "value": "<id>"}}`,
    callsPerSecond: 1,
    ...(settings.events === undefined ? {} : { events: settings.events }),
  }),
});
