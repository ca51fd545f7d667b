import { MetricStream } from "@pulumi/aws/cloudwatch/metricStream.js";
import { FirehoseDeliveryStream } from "@pulumi/aws/kinesis/firehoseDeliveryStream.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { MetricArchivePlan } from "../../model/plan/monitoring-plan.ts";
import { deliveryRole } from "../identity/delivery-role.ts";
import type { Retention } from "../retention.ts";
import { logAccess } from "../storage/access-logging.ts";
import { expireObjects } from "../storage/expiring-objects.ts";
import { PrivateBucket } from "../storage/private-bucket.ts";

export interface MetricArchiveArgs {
  readonly plan: MetricArchivePlan;
  readonly cell: CellReference;
  readonly retention: Retention;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly logBucketName: pulumi.Input<string>;
}

/**
 * Keeps metrics at the resolution at which they were measured, for longer than CloudWatch does.
 *
 * Costs 0.003 USD for 1,000 metric updates, and what it stores. Survives `pulumi destroy` unless released.
 */
export class MetricArchive extends pulumi.ComponentResource {
  constructor(name: string, args: MetricArchiveArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:MetricArchive", name, {}, opts);
    const { plan } = args;
    const parent = { parent: this };

    const bucket = archiveBucket(name, args, parent);
    const delivery = deliveryStream(name, args, bucket, parent);
    const role = deliveryRole(
      `${name}-stream-role`,
      {
        roleName: plan.streamRoleName,
        // It does not say for which account it acts; who may pass the role is what bounds it.
        service: "streams.metrics.cloudwatch.amazonaws.com",
        statements: [
          {
            Sid: "Deliver",
            Effect: "Allow",
            Action: ["firehose:PutRecord", "firehose:PutRecordBatch"],
            Resource: delivery.arn,
          },
        ],
      },
      parent,
    );
    new MetricStream(
      `${name}-stream`,
      {
        name: plan.streamName,
        firehoseArn: delivery.arn,
        roleArn: role.arn,
        outputFormat: "json",
        includeFilters: plan.namespaces.map((namespace) => ({ namespace })),
      },
      parent,
    );
    this.registerOutputs({});
  }
}

function archiveBucket(
  name: string,
  { plan, cell, retention, kmsKeyArn, logBucketName }: MetricArchiveArgs,
  opts: pulumi.CustomResourceOptions,
): PrivateBucket {
  const bucket = new PrivateBucket(
    `${name}-objects`,
    { bucketName: plan.bucketName, partition: cell.partition, retention, versioning: true, kmsKeyArn },
    opts,
  );
  expireObjects(name, bucket, { id: "old-metrics", expirationDays: plan.deleteAfterDays, noncurrentDays: 1 }, opts);
  logAccess(name, bucket, { bucketName: logBucketName, prefix: "metrics/" }, opts);
  return bucket;
}

function deliveryStream(
  name: string,
  { plan, cell, kmsKeyArn }: MetricArchiveArgs,
  bucket: PrivateBucket,
  opts: pulumi.CustomResourceOptions,
): FirehoseDeliveryStream {
  const services = ["s3", "firehose"].map((service) => `${service}.${cell.region}.amazonaws.com`);
  const role = deliveryRole(
    `${name}-delivery-role`,
    {
      roleName: plan.deliveryRoleName,
      service: "firehose.amazonaws.com",
      accountId: cell.accountId,
      statements: [
        {
          Sid: "Bucket",
          Effect: "Allow",
          Action: ["s3:AbortMultipartUpload", "s3:GetBucketLocation", "s3:ListBucketMultipartUploads", "s3:PutObject"],
          Resource: [bucket.arn, pulumi.interpolate`${bucket.arn}/*`],
        },
        {
          Sid: "Key",
          Effect: "Allow",
          Action: ["kms:Decrypt", "kms:GenerateDataKey"],
          Resource: kmsKeyArn,
          Condition: { StringEquals: { "kms:ViaService": services } },
        },
      ],
    },
    opts,
  );
  return new FirehoseDeliveryStream(
    `${name}-delivery`,
    {
      name: plan.deliveryStreamName,
      destination: "extended_s3",
      serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn: kmsKeyArn },
      extendedS3Configuration: {
        bucketArn: bucket.arn,
        roleArn: role.arn,
        kmsKeyArn,
        // A quarter of an hour is soon enough for an archive, and makes few objects.
        bufferingInterval: 900,
        bufferingSize: 64,
        compressionFormat: "GZIP",
      },
    },
    opts,
  );
}
