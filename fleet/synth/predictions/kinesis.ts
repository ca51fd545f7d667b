import { arn, nameFrom, type PredictionContext, type ServicePredictions, tagsAll } from "./prediction.ts";

const streamArn = (context: PredictionContext) =>
  arn(context, "firehose", `deliverystream/${nameFrom(context, "name")}`);

/** Amazon Data Firehose, which the provider still files under Kinesis. */
export const kinesisPredictions: ServicePredictions = {
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": {
    id: streamArn,
    outputs: (context) => ({ arn: streamArn(context), ...tagsAll(context) }),
  },
};
