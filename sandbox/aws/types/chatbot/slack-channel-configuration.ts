import { defineType } from "../../define-type.ts";
import { channelType, makeChannel } from "./channel.ts";

/**
 * Sandbox-defined: every workspace counts as authorised, and names are their ids.
 *
 * https://docs.aws.amazon.com/chatbot/latest/APIReference/API_CreateSlackChannelConfiguration.html
 */
export const slackChannelConfiguration = defineType({
  token: "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
  ...channelType,
  create: (inputs, account) =>
    makeChannel(
      inputs,
      account,
      "slack-channel",
      () => ({ slackChannelName: inputs["slackChannelId"], slackTeamName: inputs["slackTeamId"] }),
      (arn) => arn,
    ),
});
