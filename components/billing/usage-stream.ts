import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import type { Role } from "@pulumi/aws/iam/role.js";
import { FirehoseDeliveryStream } from "@pulumi/aws/kinesis/firehoseDeliveryStream.js";
import * as pulumi from "@pulumi/pulumi";
import { deliveryRole } from "../identity/delivery-role.ts";
import type { CellUsageArgs } from "./cell-usage-args.ts";
import { usageErrorPrefix, usagePrefix, usageProcessors } from "./usage-partitions.ts";

export interface UsageStreamArgs extends CellUsageArgs {
  readonly bucketArn: pulumi.Input<string>;
}

/** Writes usage events to the bucket, sorted by tenant and day; encrypted on the way and where they lie. */
export function usageStream(
  name: string,
  args: UsageStreamArgs,
  opts: pulumi.CustomResourceOptions,
): FirehoseDeliveryStream {
  const { plan, kmsKeyArn, bucketArn } = args;
  const logs = new LogGroup(
    `${name}-logs`,
    { name: plan.streamLogGroupName, retentionInDays: plan.streamLogRetentionDays, kmsKeyId: kmsKeyArn },
    opts,
  );
  const role = streamRole(`${name}-role`, args, logs.arn, opts);
  return new FirehoseDeliveryStream(
    name,
    {
      name: plan.streamName,
      destination: "extended_s3",
      serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn: kmsKeyArn },
      extendedS3Configuration: {
        bucketArn,
        roleArn: role.arn,
        kmsKeyArn,
        prefix: usagePrefix,
        errorOutputPrefix: usageErrorPrefix,
        // 64 MB is the least that dynamic partitioning takes; a quarter of an hour is soon enough for an invoice.
        bufferingSize: 64,
        bufferingInterval: 900,
        compressionFormat: "GZIP",
        dynamicPartitioningConfiguration: { enabled: true, retryDuration: 300 },
        processingConfiguration: { enabled: true, processors: usageProcessors },
        cloudwatchLoggingOptions: { enabled: true, logGroupName: logs.name, logStreamName: "delivery" },
      },
    },
    opts,
  );
}

function streamRole(
  name: string,
  { plan, cell, kmsKeyArn, bucketArn }: UsageStreamArgs,
  logGroupArn: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): Role {
  return deliveryRole(
    name,
    {
      roleName: plan.deliveryRoleName,
      service: "firehose.amazonaws.com",
      accountId: cell.accountId,
      statements: [
        {
          Sid: "Bucket",
          Effect: "Allow",
          Action: [
            "s3:AbortMultipartUpload",
            "s3:GetBucketLocation",
            "s3:ListBucket",
            "s3:ListBucketMultipartUploads",
            "s3:PutObject",
          ],
          Resource: [bucketArn, pulumi.interpolate`${bucketArn}/*`],
        },
        {
          Sid: "Key",
          Effect: "Allow",
          Action: ["kms:Decrypt", "kms:GenerateDataKey"],
          Resource: kmsKeyArn,
          Condition: {
            StringEquals: {
              "kms:ViaService": [`s3.${cell.region}.amazonaws.com`, `firehose.${cell.region}.amazonaws.com`],
            },
          },
        },
        {
          Sid: "Failures",
          Effect: "Allow",
          Action: "logs:PutLogEvents",
          Resource: pulumi.interpolate`${logGroupArn}:log-stream:*`,
        },
      ],
    },
    opts,
  );
}
