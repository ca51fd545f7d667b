import { arn, nameFrom, type ServicePredictions, tagsAll, text, uuidOf } from "./prediction.ts";

/** Amazon Simple Notification Service. */
export const snsPredictions: ServicePredictions = {
  "aws:sns/topic:Topic": {
    id: (context) => arn(context, "sns", nameFrom(context, "name")),
    outputs: (context, id) => ({
      name: nameFrom(context, "name"),
      arn: id,
      owner: context.accountId,
      ...tagsAll(context),
    }),
  },
  "aws:sns/topicPolicy:TopicPolicy": {
    id: (context) => text(context, "arn"),
    outputs: ({ accountId }) => ({ owner: accountId }),
  },
  "aws:sns/topicSubscription:TopicSubscription": {
    id: (context) => `${text(context, "topic")}:${uuidOf(context.urn)}`,
    outputs: ({ accountId }, id) => ({ arn: id, ownerId: accountId }),
  },
};
