import { BucketLifecycleConfiguration } from "@pulumi/aws/s3/bucketLifecycleConfiguration.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellPlan } from "../../model/plan/cell-plan.ts";
import type { PolicyStatement } from "../identity/policy-document.ts";
import type { Retention } from "../retention.ts";
import { PrivateBucket } from "./private-bucket.ts";

export interface CellLogBucketArgs {
  readonly plan: CellPlan;
  readonly retention: Retention;
}

/**
 * Where the access logs of a cell's buckets go, a prefix for each tenant.
 *
 * Encrypted with S3's own keys, since S3 delivers access logs to no bucket with a KMS key
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html).
 * Costs what it stores, until the days of the plan are over. The logs survive `pulumi destroy` unless released.
 */
export class CellLogBucket extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;

  constructor(name: string, args: CellLogBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellLogBucket", name, {}, opts);
    const { plan, retention } = args;
    const parent = { parent: this };

    const bucket = new PrivateBucket(
      `${name}-objects`,
      {
        bucketName: plan.logBucket.bucketName,
        partition: plan.cell.partition,
        retention,
        versioning: true,
        statements: [deliveryStatement(plan), ...edgeLogStatements(plan)],
      },
      parent,
    );
    forget(name, plan.logBucket.deleteAfterDays, bucket, { ...parent, dependsOn: bucket.versioned });

    this.bucketName = bucket.bucketName;
    this.registerOutputs({ bucketName: this.bucketName });
  }
}

function deliveryStatement({ cell, logBucket }: CellPlan): PolicyStatement {
  return {
    Sid: "AccessLogDelivery",
    Effect: "Allow",
    Principal: { Service: "logging.s3.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: `arn:${cell.partition}:s3:::${logBucket.bucketName}/*`,
    Condition: { StringEquals: { "aws:SourceAccount": cell.accountId } },
  };
}

/** What the edge and the load balancer behind it write; nothing where there is no edge. */
function edgeLogStatements({ cell, logBucket, edge }: CellPlan): readonly PolicyStatement[] {
  if (edge === undefined) return [];
  const write = (Sid: string, Service: string, prefix: string): PolicyStatement => ({
    Sid,
    Effect: "Allow",
    Principal: { Service },
    Action: "s3:PutObject",
    Resource: `arn:${cell.partition}:s3:::${logBucket.bucketName}/${prefix}/*`,
    Condition: { StringEquals: { "aws:SourceAccount": cell.accountId } },
  });
  return [
    write("EdgeLogDelivery", "delivery.logs.amazonaws.com", edge.accessLogPrefix),
    write("LoadBalancerLogDelivery", "logdelivery.elasticloadbalancing.amazonaws.com", edge.loadBalancerLogPrefix),
  ];
}

function forget(name: string, days: number, bucket: PrivateBucket, opts: pulumi.CustomResourceOptions): void {
  const rule = {
    id: "old-logs",
    status: "Enabled",
    filter: { prefix: "" },
    expiration: { days },
    noncurrentVersionExpiration: { noncurrentDays: days },
    abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
  };
  new BucketLifecycleConfiguration(`${name}-lifecycle`, { bucket: bucket.bucketName, rules: [rule] }, opts);
}
