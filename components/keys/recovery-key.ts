import { Key } from "@pulumi/aws/kms/key.js";
import { ReplicaKey } from "@pulumi/aws/kms/replicaKey.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { KeyPlan } from "../../model/plan/key-plan.ts";
import { type PolicyStatement, policyDocument } from "../identity/policy-document.ts";
import { type Retention, retainedAs } from "../retention.ts";
import { administrationStatement, backupStatements } from "./key-statements.ts";

export interface RecoveryKeyArgs {
  readonly plan: Extract<KeyPlan, { kind: "own" }>;
  readonly cell: CellReference;
  /** Region of the copy. */
  readonly region: string;
  readonly retention: Retention;
  readonly primaryKeyArn: pulumi.Input<string>;
  /** Role that writes the copy, and the only one that may encrypt. */
  readonly replicationRoleName: string;
  /** Role of AWS Backup that encrypts copies of recovery points with the key; absent: there are none. */
  readonly backupRoleName?: string;
}

/**
 * Key of a tenant's copy in another Region: a replica of a multi-Region key, or else a key of its own there, since S3
 * encrypts with keys of the bucket's Region only.
 *
 * Costs 1 USD a month. Without it the copy is lost.
 */
export class RecoveryKey extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: RecoveryKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:RecoveryKey", name, {}, opts);
    const { plan, region, retention } = args;
    const kept = { parent: this, ...retainedAs(retention) };
    const shared = {
      region,
      description: `${plan.description}, copy in ${region}`,
      policy: policyOf(args),
      deletionWindowInDays: plan.deletionWindowDays,
    };

    const key = plan.multiRegion
      ? new ReplicaKey(name, { ...shared, primaryKeyArn: args.primaryKeyArn }, kept)
      : new Key(name, { ...shared, ...rotationOf(plan) }, kept);

    this.arn = key.arn;
    this.registerOutputs({ arn: this.arn });
  }
}

function rotationOf({ rotationPeriodDays }: RecoveryKeyArgs["plan"]) {
  return rotationPeriodDays === undefined
    ? { enableKeyRotation: false }
    : { enableKeyRotation: true, rotationPeriodInDays: rotationPeriodDays };
}

function policyOf({ cell, region, replicationRoleName, backupRoleName }: RecoveryKeyArgs): pulumi.Input<string> {
  const { partition, accountId } = cell;
  const replication: PolicyStatement = {
    Sid: "Replication",
    Effect: "Allow",
    Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
    Action: ["kms:Encrypt", "kms:GenerateDataKey"],
    Resource: "*",
    Condition: {
      StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` },
      ArnEquals: { "aws:PrincipalArn": `arn:${partition}:iam::${accountId}:role/${replicationRoleName}` },
    },
  };
  const backup = backupRoleName === undefined ? [] : backupStatements({ ...cell, region }, backupRoleName);
  return policyDocument([administrationStatement(cell), replication, ...backup]);
}
