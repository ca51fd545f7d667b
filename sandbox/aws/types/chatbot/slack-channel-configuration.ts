import { defineType } from "../../define-type.ts";
import { makeChannel, requireChannelParts } from "./channel.ts";

/**
 * Sandbox-defined: every workspace counts as authorised, and names are their ids.
 *
 * https://docs.aws.amazon.com/chatbot/latest/APIReference/API_CreateSlackChannelConfiguration.html
 */
export const slackChannelConfiguration = defineType({
  token: "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
  global: true,
  duplicateCode: "ConflictException",
  defaults: { guardrailPolicyArns: [], loggingLevel: "NONE", snsTopicArns: [], userAuthorizationRequired: false },
  create: (inputs, account) =>
    makeChannel(
      inputs,
      account,
      "slack-channel",
      () => ({ slackChannelName: inputs["slackChannelId"], slackTeamName: inputs["slackTeamId"] }),
      (arn) => arn,
    ),
  update: (_row, news, account) => {
    requireChannelParts(news, account);
    return {};
  },
});
