import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

const topics = ({ partition, region, accountId, namePrefix }: AccessScope) => [
  `arn:${partition}:sns:${region}:${accountId}:${namePrefix}-*`,
];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html */
export const snsAccess: AccessTable = {
  "aws:sns/topic:Topic": {
    actions: actionsOf(
      "sns",
      "CreateTopic GetTopicAttributes SetTopicAttributes ListTagsForResource TagResource UntagResource DeleteTopic",
    ),
    resources: topics,
  },
  "aws:sns/topicPolicy:TopicPolicy": {
    actions: actionsOf("sns", "GetTopicAttributes SetTopicAttributes"),
    resources: topics,
  },
  // A subscription's ARN begins with its topic's.
  "aws:sns/topicSubscription:TopicSubscription": {
    actions: actionsOf("sns", "Subscribe Unsubscribe GetSubscriptionAttributes SetSubscriptionAttributes"),
    resources: topics,
  },
};
