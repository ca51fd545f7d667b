import { BucketLifecycleConfiguration } from "@pulumi/aws/s3/bucketLifecycleConfiguration.js";
import { BucketLogging } from "@pulumi/aws/s3/bucketLogging.js";
import type * as pulumi from "@pulumi/pulumi";
import { PrivateBucket } from "../storage/private-bucket.ts";
import type { CellUsageArgs } from "./cell-usage-args.ts";

/** Keeps usage events for as long as invoices have to be explained, and then forgets them. */
export function usageBucket(
  name: string,
  { plan, cell, kmsKeyArn, logBucketName, retention }: CellUsageArgs,
  opts: pulumi.CustomResourceOptions,
): PrivateBucket {
  const bucket = new PrivateBucket(
    `${name}-objects`,
    { bucketName: plan.bucketName, partition: cell.partition, retention, versioning: true, kmsKeyArn },
    opts,
  );
  const days = plan.deleteAfterDays;
  const rule = {
    id: "old-usage",
    status: "Enabled",
    filter: { prefix: "" },
    // Read for an invoice, and afterwards only in a dispute.
    transitions: [{ days: 90, storageClass: "GLACIER_IR" }],
    expiration: { days },
    noncurrentVersionExpiration: { noncurrentDays: 90 },
    abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
  };
  new BucketLifecycleConfiguration(
    `${name}-lifecycle`,
    { bucket: bucket.bucketName, rules: [rule] },
    { ...opts, dependsOn: bucket.versioned },
  );
  new BucketLogging(
    `${name}-logging`,
    { bucket: bucket.bucketName, targetBucket: logBucketName, targetPrefix: "usage/" },
    opts,
  );
  return bucket;
}
