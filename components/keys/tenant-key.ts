import { Alias } from "@pulumi/aws/kms/alias.js";
import { Key } from "@pulumi/aws/kms/key.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { KeyPlan } from "../../model/plan/key-plan.ts";
import { policyDocument } from "../identity/policy-document.ts";
import { type Retention, retainedAs } from "../retention.ts";
import { alarmsStatement } from "./alarms-statement.ts";
import { connectionStatements } from "./connection-statements.ts";
import { KeyRotation } from "./key-rotation.ts";
import {
  administrationStatement,
  backupStatements,
  logsStatement,
  replicationStatement,
  throughServicesStatements,
} from "./key-statements.ts";
import { type WorkloadUse, workloadStatements } from "./workload-key-statements.ts";

export interface TenantKeyArgs {
  readonly plan: Extract<KeyPlan, { kind: "own" }>;
  readonly cell: CellReference;
  readonly retention: Retention;
  readonly workload: WorkloadUse;
  /** Beginning of the names of the log groups that the key encrypts. */
  readonly logGroupPrefix: string;
  /** Role that copies the tenant's objects to another Region; without it nobody may read for that. */
  readonly replicationRoleName?: string;
  /** Roles of connected products that read or write objects; without any, EventBridge may not use the key either. */
  readonly connectionRoleNames?: readonly string[];
  /** Role of AWS Backup; without it nothing that the key encrypts can be backed up. */
  readonly backupRoleName?: string;
}

/**
 * Key of one tenant, for everything that it stores.
 *
 * Costs 1 USD a month and, after the first two rotations, 1 USD more for each. Without it the tenant's data is gone:
 * only off-boarding releases it, and KMS then waits out the deletion window.
 */
export class TenantKey extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: TenantKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantKey", name, {}, opts);
    const { plan, retention } = args;
    const parent = { parent: this };

    const key = new Key(
      name,
      {
        description: plan.description,
        policy: policyOf(args),
        ...rotationOf(plan),
        deletionWindowInDays: plan.deletionWindowDays,
        multiRegion: plan.multiRegion,
        ...(plan.customKeyStoreId === undefined ? {} : { customKeyStoreId: plan.customKeyStoreId }),
      },
      { ...parent, ...retainedAs(retention) },
    );
    new Alias(`${name}-alias`, { name: `alias/${plan.aliasName}`, targetKeyId: key.keyId }, parent);
    if (plan.onDemandRotation !== undefined) {
      new KeyRotation(`${name}-rotation`, { plan: plan.onDemandRotation, cell: args.cell, key }, parent);
    }

    this.arn = key.arn;
    this.registerOutputs({ arn: this.arn });
  }
}

function rotationOf({ rotationPeriodDays }: TenantKeyArgs["plan"]) {
  return rotationPeriodDays === undefined
    ? { enableKeyRotation: false }
    : { enableKeyRotation: true, rotationPeriodInDays: rotationPeriodDays };
}

function policyOf({ cell, workload, logGroupPrefix, ...roles }: TenantKeyArgs): pulumi.Input<string> {
  return policyDocument([
    administrationStatement(cell),
    ...throughServicesStatements(cell, ["rds", "secretsmanager", "bedrock", "appconfig", "elasticache"]),
    logsStatement(cell, logGroupPrefix),
    alarmsStatement(cell),
    ...workloadStatements(cell, workload),
    ...(roles.replicationRoleName === undefined ? [] : [replicationStatement(cell, roles.replicationRoleName)]),
    ...(roles.connectionRoleNames === undefined ? [] : connectionStatements(cell, roles.connectionRoleNames)),
    ...(roles.backupRoleName === undefined ? [] : backupStatements(cell, roles.backupRoleName)),
  ]);
}
