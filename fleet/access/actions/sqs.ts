import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

const queues = ({ partition, region, accountId, namePrefix }: AccessScope) => [
  `arn:${partition}:sqs:${region}:${accountId}:${namePrefix}-*`,
];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html */
export const sqsAccess: AccessTable = {
  "aws:sqs/queue:Queue": {
    actions: actionsOf(
      "sqs",
      "CreateQueue GetQueueUrl GetQueueAttributes SetQueueAttributes ListQueueTags TagQueue UntagQueue DeleteQueue",
    ),
    resources: queues,
  },
  "aws:sqs/queuePolicy:QueuePolicy": {
    actions: actionsOf("sqs", "GetQueueAttributes SetQueueAttributes"),
    resources: queues,
  },
};
