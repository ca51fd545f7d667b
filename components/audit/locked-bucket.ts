import { BucketObjectLockConfiguration } from "@pulumi/aws/s3/bucketObjectLockConfiguration.js";
import * as pulumi from "@pulumi/pulumi";
import type { PolicyStatement } from "../identity/policy-document.ts";
import type { Retention } from "../retention.ts";
import { logAccess } from "../storage/access-logging.ts";
import { expireObjects } from "../storage/expiring-objects.ts";
import { PrivateBucket } from "../storage/private-bucket.ts";
import { keepLocks } from "./trail-statements.ts";

export interface LockedBucketArgs {
  readonly bucketName: string;
  readonly partition: string;
  readonly retention: Retention;
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Days for which no object can be deleted or overwritten; it is forgotten after them. */
  readonly retentionDays: number;
  readonly statements: readonly PolicyStatement[];
  /** Bucket for access logs; without it, access is told by the trail's data events alone. */
  readonly logBucketName?: pulumi.Input<string>;
  /** Begins the keys of the access logs. */
  readonly logPrefix: string;
}

/**
 * A bucket for records that nobody may change: each is locked for the days of the plan from when it is written.
 *
 * Costs what it stores. Its objects survive `pulumi destroy` unless released, and their locks survive that as well
 * unless discarded.
 */
export class LockedBucket extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: LockedBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:LockedBucket", name, {}, opts);
    const { bucketName, partition, retention, kmsKeyArn, statements } = args;
    const parent = { parent: this };

    const bucket = new PrivateBucket(
      `${name}-objects`,
      {
        bucketName,
        partition,
        retention,
        kmsKeyArn,
        versioning: true,
        objectLock: true,
        // A fleet that is thrown away as a whole takes its locked records with it.
        statements: retention === "discarded" ? statements : [...statements, keepLocks(partition, bucketName)],
      },
      parent,
    );
    const inside = { ...parent, dependsOn: bucket.versioned };
    lock(name, args.retentionDays, bucket, inside);
    // A day after its lock is over, a record goes: first it is hidden, and then its version.
    const expiring = { id: "old-records", expirationDays: args.retentionDays + 1, noncurrentDays: 1 };
    expireObjects(name, bucket, expiring, parent);
    if (args.logBucketName !== undefined) {
      logAccess(name, bucket, { bucketName: args.logBucketName, prefix: args.logPrefix }, parent);
    }

    this.bucketName = bucket.bucketName;
    this.arn = bucket.arn;
    this.registerOutputs({ bucketName: this.bucketName, arn: this.arn });
  }
}

function lock(name: string, days: number, bucket: PrivateBucket, opts: pulumi.CustomResourceOptions): void {
  new BucketObjectLockConfiguration(
    `${name}-lock`,
    { bucket: bucket.bucketName, rule: { defaultRetention: { mode: "GOVERNANCE", days } } },
    opts,
  );
}
