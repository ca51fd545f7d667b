import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

const streams = ({ partition, region, accountId, namePrefix }: AccessScope) => [
  `arn:${partition}:firehose:${region}:${accountId}:deliverystream/${namePrefix}-*`,
];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkinesisfirehose.html */
export const kinesisAccess: AccessTable = {
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": {
    actions: actionsOf(
      "firehose",
      "CreateDeliveryStream DescribeDeliveryStream UpdateDestination DeleteDeliveryStream StartDeliveryStreamEncryption StopDeliveryStreamEncryption ListTagsForDeliveryStream TagDeliveryStream UntagDeliveryStream",
    ),
    resources: streams,
  },
};
