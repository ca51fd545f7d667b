import { Trail } from "@pulumi/aws/cloudtrail/trail.js";
import * as pulumi from "@pulumi/pulumi";
import type { ControlPlanePlan } from "../../model/plan/control-plane-plan.ts";
import { LockedBucket } from "../audit/locked-bucket.ts";
import { trailBucketStatements } from "../audit/trail-statements.ts";
import type { Retention } from "../retention.ts";

export interface EvidenceArgs {
  readonly plan: ControlPlanePlan;
  readonly retention: Retention;
  readonly kmsKeyArn: pulumi.Input<string>;
}

/**
 * What must be provable later: records of every management event in all Regions, of a whole organisation where one is
 * named, and whatever the control plane puts beside them. Locked for seven years.
 *
 * Costs what it stores; the first trail's management events are free. It survives `pulumi destroy` unless released.
 */
export class Evidence extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;
  readonly trailArn: pulumi.Output<string>;

  constructor(name: string, args: EvidenceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:Evidence", name, {}, opts);
    const { plan, retention, kmsKeyArn } = args;
    const { place, evidence, trail } = plan;
    const parent = { parent: this };

    const bucket = new LockedBucket(
      `${name}-bucket`,
      {
        bucketName: evidence.bucketName,
        partition: place.partition,
        retention,
        kmsKeyArn,
        retentionDays: evidence.retentionDays,
        statements: trailBucketStatements(place, trail.trailName, evidence.bucketName, trail.organizationId),
        logPrefix: "evidence/",
      },
      parent,
    );
    const declared = new Trail(
      `${name}-trail`,
      {
        name: trail.trailName,
        s3BucketName: bucket.bucketName,
        kmsKeyId: kmsKeyArn,
        enableLogFileValidation: true,
        isMultiRegionTrail: true,
        includeGlobalServiceEvents: true,
        isOrganizationTrail: trail.organizationId !== undefined,
      },
      // CloudTrail looks at the bucket's policy when it is told of the bucket.
      { ...parent, dependsOn: bucket },
    );
    this.bucketName = bucket.bucketName;
    this.trailArn = declared.arn;
    this.registerOutputs({ bucketName: this.bucketName, trailArn: this.trailArn });
  }
}
