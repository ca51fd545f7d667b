import { BucketLifecycleConfiguration } from "@pulumi/aws/s3/bucketLifecycleConfiguration.js";
import type * as pulumi from "@pulumi/pulumi";
import type { PrivateBucket } from "./private-bucket.ts";

/** When a bucket forgets what it holds. */
export interface ExpiringObjects {
  /** Names the rule, e.g. `old-usage`. */
  readonly id: string;
  readonly expirationDays: number;
  /** Days that a replaced or deleted version is kept. */
  readonly noncurrentDays: number;
  /** Cheaper class on the way there; absent: none. */
  readonly archive?: { readonly days: number; readonly storageClass: string };
}

/** Lets every object of a bucket end by its age, and uploads that nobody finished within a week. */
export function expireObjects(
  name: string,
  bucket: PrivateBucket,
  { id, expirationDays, noncurrentDays, archive }: ExpiringObjects,
  opts: pulumi.CustomResourceOptions,
): void {
  const rule = {
    id,
    status: "Enabled",
    filter: { prefix: "" },
    ...(archive === undefined ? {} : { transitions: [archive] }),
    expiration: { days: expirationDays },
    noncurrentVersionExpiration: { noncurrentDays },
    abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
  };
  new BucketLifecycleConfiguration(
    `${name}-lifecycle`,
    { bucket: bucket.bucketName, rules: [rule] },
    // A rule for versions has to find them switched on.
    { ...opts, dependsOn: bucket.versioned },
  );
}
