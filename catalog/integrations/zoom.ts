import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { EventTypes, SecretReference, settingOf } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "zoom",
  title: "Zoom Team Chat",
  purpose: "communication",
  documentation: "https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0067640",
  settings: z.strictObject({
    webhook_id: settingOf(
      /^[\w-]{8,64}$/,
      "the id of an incoming webhook",
      "8 to 64 letters, digits, _ and -",
      "abcdefgh12345678",
    ),
    verification_token: SecretReference.meta({ description: "The webhook's verification token, by its name." }),
    events: EventTypes,
  }),
  proof: { kind: "declared, not exercised", because: "Zoom has no counterpart that runs here" },
  connect: ({ webhook_id, verification_token, events }) => ({
    kind: "event_destination",
    url: `https://integrations.zoom.us/chat/webhooks/incomingwebhook/${webhook_id}?format=full`,
    authorization: { kind: "api_key", header: "Authorization", secretName: verification_token.secret },
    body: '{"content": {"head": {"text": "<type>"}}}',
    callsPerSecond: 1,
    ...(events === undefined ? {} : { events }),
  }),
});
