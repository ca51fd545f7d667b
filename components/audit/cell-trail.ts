import { Trail } from "@pulumi/aws/cloudtrail/trail.js";
import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellAuditPlan } from "../../model/plan/audit-plan.ts";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import { policyDocument } from "../identity/policy-document.ts";
import { serviceTrust } from "../identity/service-trust.ts";
import { type Retention, retainedAs } from "../retention.ts";
import { LockedBucket } from "./locked-bucket.ts";
import { trailBucketStatements } from "./trail-statements.ts";

export interface CellTrailArgs {
  readonly cell: CellReference;
  readonly plan: CellAuditPlan;
  readonly retention: Retention;
  readonly kmsKeyArn: pulumi.Input<string>;
  /** The cell's bucket for access logs. */
  readonly logBucketName: pulumi.Input<string>;
}

/**
 * Who did what in a cell's account: every management event, use of keys among them, and every read and write of a
 * tenant's objects, in all Regions (copies for recovery are in another one).
 *
 * Records are signed in a chain (log file validation), locked, and searchable for the days of the plan. Two cells of
 * one account each record what is done in it; the views of their tenants stay apart, since they go by names.
 * Costs 0.10 USD per 100,000 object events and 2 USD per 100,000 management events beside another trail of the account,
 * and 0.50 USD per GB that becomes searchable. Records survive `pulumi destroy` unless released.
 */
export class CellTrail extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;
  readonly logGroupName: pulumi.Output<string>;

  constructor(name: string, args: CellTrailArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellTrail", name, {}, opts);
    const parent = { parent: this };

    const bucket = recordBucket(name, args, parent);
    const group = searchableRecords(name, args, parent);
    const role = writingRole(name, args, group, parent);
    const trail = declareTrail(name, args, { bucket, group, role }, parent);

    this.arn = trail.arn;
    this.logGroupName = group.name;
    this.registerOutputs({ arn: this.arn, logGroupName: this.logGroupName });
  }
}

function recordBucket(name: string, args: CellTrailArgs, opts: pulumi.CustomResourceOptions): LockedBucket {
  const { cell, plan, retention, kmsKeyArn, logBucketName } = args;
  return new LockedBucket(
    `${name}-bucket`,
    {
      bucketName: plan.bucketName,
      partition: cell.partition,
      retention,
      kmsKeyArn,
      retentionDays: plan.retentionDays,
      statements: trailBucketStatements(cell, plan.trailName, plan.bucketName),
      logBucketName,
      logPrefix: "trail/",
    },
    opts,
  );
}

function searchableRecords(name: string, args: CellTrailArgs, opts: pulumi.CustomResourceOptions): LogGroup {
  const { plan, retention, kmsKeyArn } = args;
  return new LogGroup(
    `${name}-logs`,
    { name: plan.logGroupName, retentionInDays: plan.logRetentionDays, kmsKeyId: kmsKeyArn },
    { ...opts, ...retainedAs(retention) },
  );
}

function writingRole(
  name: string,
  { cell, plan }: CellTrailArgs,
  group: LogGroup,
  opts: pulumi.CustomResourceOptions,
): { readonly arn: pulumi.Output<string>; readonly policy: RolePolicy } {
  const role = new Role(
    `${name}-role`,
    { name: plan.roleName, assumeRolePolicy: serviceTrust("cloudtrail.amazonaws.com", cell.accountId) },
    opts,
  );
  const document = policyDocument([
    {
      Sid: "Records",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: pulumi.interpolate`${group.arn}:log-stream:${cell.accountId}_CloudTrail_*`,
    },
  ]);
  const policy = new RolePolicy(`${name}-role-policy`, { name: "access", role: role.name, policy: document }, opts);
  return { arn: role.arn, policy };
}

interface TrailParts {
  readonly bucket: LockedBucket;
  readonly group: LogGroup;
  readonly role: { readonly arn: pulumi.Output<string>; readonly policy: RolePolicy };
}

function declareTrail(
  name: string,
  { plan, kmsKeyArn }: CellTrailArgs,
  { bucket, group, role }: TrailParts,
  opts: pulumi.CustomResourceOptions,
): Trail {
  const objects = plan.objectArnPrefixes;
  return new Trail(
    name,
    {
      name: plan.trailName,
      s3BucketName: bucket.bucketName,
      kmsKeyId: kmsKeyArn,
      enableLogFileValidation: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      cloudWatchLogsGroupArn: pulumi.interpolate`${group.arn}:*`,
      cloudWatchLogsRoleArn: role.arn,
      advancedEventSelectors: [
        { name: "Management", fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }] },
        {
          name: "Objects of tenants",
          fieldSelectors: [
            { field: "eventCategory", equals: ["Data"] },
            { field: "resources.type", equals: ["AWS::S3::Object"] },
            { field: "resources.ARN", startsWiths: [...objects] },
          ],
        },
      ],
    },
    // CloudTrail looks at the bucket's policy and tries the role when it is told of them.
    { ...opts, dependsOn: [bucket, role.policy] },
  );
}
