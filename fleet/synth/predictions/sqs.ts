import { arn, domainSuffix, nameFrom, type ServicePredictions, tagsAll, text } from "./prediction.ts";

/** Amazon Simple Queue Service. */
export const sqsPredictions: ServicePredictions = {
  "aws:sqs/queue:Queue": {
    id: (context) =>
      `https://sqs.${context.region}.${domainSuffix(context)}/${context.accountId}/${nameFrom(context, "name")}`,
    outputs: (context, id) => {
      const name = nameFrom(context, "name");
      return { name, url: id, arn: arn(context, "sqs", name), ...tagsAll(context) };
    },
  },
  "aws:sqs/queuePolicy:QueuePolicy": { id: (context) => text(context, "queueUrl") },
};
