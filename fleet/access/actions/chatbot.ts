import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

const channels = ({ partition, accountId, namePrefix }: AccessScope) => [
  `arn:${partition}:chatbot::${accountId}:chat-configuration/*/${namePrefix}-*`,
];
const tags = "ListTagsForResource TagResource UntagResource";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awschatbot.html */
export const chatbotAccess: AccessTable = {
  "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration": {
    actions: actionsOf(
      "chatbot",
      `CreateSlackChannelConfiguration DescribeSlackChannelConfigurations UpdateSlackChannelConfiguration DeleteSlackChannelConfiguration ${tags}`,
    ),
    resources: channels,
  },
  "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration": {
    actions: actionsOf(
      "chatbot",
      `CreateMicrosoftTeamsChannelConfiguration GetMicrosoftTeamsChannelConfiguration UpdateMicrosoftTeamsChannelConfiguration DeleteMicrosoftTeamsChannelConfiguration ${tags}`,
    ),
    resources: channels,
  },
};
