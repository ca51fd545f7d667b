import { defineType } from "../../define-type.ts";
import { text } from "../../values.ts";
import { channelType, makeChannel } from "./channel.ts";

/**
 * Sandbox-defined: every team counts as authorised.
 *
 * https://docs.aws.amazon.com/chatbot/latest/APIReference/API_CreateMicrosoftTeamsChannelConfiguration.html
 */
export const teamsChannelConfiguration = defineType({
  token: "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration",
  ...channelType,
  create: (inputs, account) =>
    makeChannel(
      inputs,
      account,
      "microsoft-teams-channel",
      () => ({}),
      // Pulumi's id of a team's channel is its team.
      () => text(inputs, "teamId") ?? "",
    ),
});
