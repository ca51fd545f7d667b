import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { EventTypes, settingOf } from "../../model/specs/integration-settings.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const form = "a UUID in small letters";

export const product = integration({
  id: "teams",
  title: "Microsoft Teams",
  purpose: "communication",
  documentation: "https://docs.aws.amazon.com/chatbot/latest/adminguide/teams-setup.html",
  settings: z.strictObject({
    tenant_id: settingOf(uuid, "the id of a directory", form, "00000000-0000-4000-8000-000000000001"),
    team_id: settingOf(uuid, "the id of a team", form, "00000000-0000-4000-8000-000000000002"),
    channel_id: settingOf(
      /^[\w=+/.,-]*%3[aA][\w=+/.,-]*%40[\w=+/.,-]*$/,
      "the id of a channel",
      "as in the channel's link, with %3A and %40",
      "19%3aabc%40thread.tacv2",
    ),
    events: EventTypes,
  }),
  proof: {
    kind: "declared, not exercised",
    because: "Teams has no counterpart that runs here; the team is authorised once, in the console of the account",
  },
  connect: ({ tenant_id, team_id, channel_id, events }) => ({
    kind: "chat_channel",
    channel: { service: "teams", tenantId: tenant_id, teamId: team_id, channelId: channel_id },
    ...(events === undefined ? {} : { events }),
  }),
});
