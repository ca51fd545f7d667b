import { BucketLifecycleConfiguration } from "@pulumi/aws/s3/bucketLifecycleConfiguration.js";
import { BucketObjectLockConfiguration } from "@pulumi/aws/s3/bucketObjectLockConfiguration.js";
import * as pulumi from "@pulumi/pulumi";
import type { BucketPlan } from "../../model/plan/bucket-plan.ts";
import type { Retention } from "../retention.ts";
import { logAccess } from "./access-logging.ts";
import { PrivateBucket } from "./private-bucket.ts";

export interface TenantBucketArgs {
  readonly plan: BucketPlan;
  readonly partition: string;
  readonly retention: Retention;
  /** Key that encrypts every object at rest: the tenant's, or the cell's. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** The cell's bucket for access logs. */
  readonly logBucketName: pulumi.Input<string>;
}

/**
 * Encrypted object storage of exactly one tenant, with a log of who read what.
 *
 * Costs what it stores; what was not read for a while moves to a cheaper class that answers at once. Its objects
 * survive `pulumi destroy`: only off-boarding takes the protection away.
 */
export class TenantBucket extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** Done once versions are kept. */
  readonly versioned: pulumi.Resource;

  constructor(name: string, args: TenantBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantBucket", name, {}, opts);
    const { plan, partition, retention, kmsKeyArn } = args;
    const parent = { parent: this };

    const bucket = new PrivateBucket(
      `${name}-objects`,
      {
        bucketName: plan.bucketName,
        partition,
        retention,
        versioning: plan.versioning,
        kmsKeyArn,
        objectLock: plan.objectLock !== undefined,
      },
      parent,
    );
    const inside = { ...parent, dependsOn: bucket.versioned };
    logAccess(name, bucket, { bucketName: args.logBucketName, prefix: plan.accessLogPrefix }, parent);
    letAge(name, plan, bucket, inside);
    lockObjects(name, plan, bucket, inside);

    this.bucketName = bucket.bucketName;
    this.arn = bucket.arn;
    this.versioned = bucket.versioned;
    this.registerOutputs({ bucketName: this.bucketName, arn: this.arn });
  }
}

function letAge(name: string, plan: BucketPlan, bucket: PrivateBucket, opts: pulumi.CustomResourceOptions): void {
  const all = { status: "Enabled", filter: { prefix: "" } };
  const rules = [
    { ...all, id: "archive", transitions: [{ days: plan.archiveAfterDays, storageClass: "GLACIER_IR" }] },
    { ...all, id: "old-versions", noncurrentVersionExpiration: { noncurrentDays: plan.deleteAfterDays } },
    { id: "records", status: "Enabled", filter: { prefix: "records/" }, expiration: { days: plan.deleteAfterDays } },
    {
      ...all,
      id: "abandoned-uploads",
      abortIncompleteMultipartUpload: { daysAfterInitiation: plan.abortMultipartAfterDays },
    },
  ];
  new BucketLifecycleConfiguration(`${name}-lifecycle`, { bucket: bucket.bucketName, rules }, opts);
}

function lockObjects(name: string, plan: BucketPlan, bucket: PrivateBucket, opts: pulumi.CustomResourceOptions): void {
  if (plan.objectLock === undefined) return;
  const { mode, retentionDays: days } = plan.objectLock;
  new BucketObjectLockConfiguration(
    `${name}-lock`,
    { bucket: bucket.bucketName, rule: { defaultRetention: { mode, days } } },
    opts,
  );
}
