import { type PredictionContext, type ServicePredictions, tagsAll, text } from "./prediction.ts";

const channelArn = (context: PredictionContext, kind: string) =>
  `arn:${context.partition}:chatbot::${context.accountId}:chat-configuration/${kind}/${text(context, "configurationName")}`;

/** Amazon Q Developer in chat applications, which the provider still files under AWS Chatbot. */
export const chatbotPredictions: ServicePredictions = {
  "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration": {
    id: (context) => channelArn(context, "slack-channel"),
    outputs: (context, arn) => ({
      chatConfigurationArn: arn,
      slackChannelName: text(context, "slackChannelId"),
      slackTeamName: text(context, "slackTeamId"),
      ...tagsAll(context),
    }),
  },
  "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration": {
    id: (context) => text(context, "teamId"),
    outputs: (context) => ({
      chatConfigurationArn: channelArn(context, "microsoft-teams-channel"),
      ...tagsAll(context),
    }),
  },
};
