import { BucketLogging } from "@pulumi/aws/s3/bucketLogging.js";
import type * as pulumi from "@pulumi/pulumi";
import type { PrivateBucket } from "./private-bucket.ts";

/** Has access to a bucket written down in another, below `targetPrefix`. */
export function logAccess(
  name: string,
  bucket: PrivateBucket,
  target: { readonly bucketName: pulumi.Input<string>; readonly prefix: string },
  opts: pulumi.CustomResourceOptions,
): void {
  new BucketLogging(
    `${name}-logging`,
    { bucket: bucket.bucketName, targetBucket: target.bucketName, targetPrefix: target.prefix },
    opts,
  );
}
