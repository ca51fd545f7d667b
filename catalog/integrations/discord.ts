import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { EventTypes, SecretReference, settingOf } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "discord",
  title: "Discord",
  purpose: "communication",
  documentation: "https://discord.com/developers/docs/resources/message#create-message",
  settings: z.strictObject({
    channel: settingOf(/^[0-9]{17,20}$/, "the id of a channel", "17 to 20 digits", "123456789012345678"),
    bot_token: SecretReference.meta({ description: "The bot's token, by its name; the value begins with `Bot `." }),
    events: EventTypes,
  }),
  proof: { kind: "declared, not exercised", because: "Discord has no counterpart that runs here" },
  connect: ({ channel, bot_token, events }) => ({
    kind: "event_destination",
    url: `https://discord.com/api/v10/channels/${channel}/messages`,
    authorization: { kind: "api_key", header: "Authorization", secretName: bot_token.secret },
    body: '{"content": "<type>"}',
    // A bot may post five messages in five seconds into a channel.
    callsPerSecond: 1,
    ...(events === undefined ? {} : { events }),
  }),
});
