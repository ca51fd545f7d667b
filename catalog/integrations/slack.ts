import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { EventTypes, settingOf } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "slack",
  title: "Slack",
  purpose: "communication",
  documentation: "https://docs.aws.amazon.com/chatbot/latest/adminguide/slack-setup.html",
  settings: z.strictObject({
    workspace: settingOf(/^[0-9A-Z]{1,255}$/, "the id of a workspace", "capitals and digits", "T0123ABCD"),
    channel: settingOf(/^[A-Za-z0-9]{1,255}$/, "the id of a channel", "letters and digits", "C0123ABCD"),
    events: EventTypes,
  }),
  proof: {
    kind: "declared, not exercised",
    because: "Slack has no counterpart that runs here; the workspace is authorised once, in the console of the account",
  },
  connect: ({ workspace, channel, events }) => ({
    kind: "chat_channel",
    channel: { service: "slack", teamId: workspace, channelId: channel },
    ...(events === undefined ? {} : { events }),
  }),
});
