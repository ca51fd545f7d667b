import type * as pulumi from "@pulumi/pulumi";
import { logAccess } from "../storage/access-logging.ts";
import { expireObjects } from "../storage/expiring-objects.ts";
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
  expireObjects(
    name,
    bucket,
    {
      id: "old-usage",
      expirationDays: plan.deleteAfterDays,
      noncurrentDays: 90,
      // Read for an invoice, and afterwards only in a dispute.
      archive: { days: 90, storageClass: "GLACIER_IR" },
    },
    opts,
  );
  logAccess(name, bucket, { bucketName: logBucketName, prefix: "usage/" }, opts);
  return bucket;
}
