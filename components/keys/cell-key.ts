import { Alias } from "@pulumi/aws/kms/alias.js";
import { Key } from "@pulumi/aws/kms/key.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellPlan } from "../../model/plan/cell-plan.ts";
import { trailKeyStatements } from "../audit/trail-statements.ts";
import { policyDocument } from "../identity/policy-document.ts";
import { type Retention, retainedAs } from "../retention.ts";
import { alarmsStatement, costAlertsStatement } from "./alarms-statement.ts";
import {
  administrationStatement,
  eventsStatement,
  logsStatement,
  throughServicesStatements,
} from "./key-statements.ts";

export interface CellKeyArgs {
  readonly plan: CellPlan;
  readonly retention: Retention;
}

/**
 * Key of a cell: its database, its cluster's secrets, its logs, and the objects of tenants without a key of their own.
 *
 * Pool roles use it through S3 for the session's own bucket: their policies say so (`pool-role.ts`).
 * Costs 1 USD a month and 1 USD more after each of the first two rotations. Without it the cell's data is gone.
 */
export class CellKey extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: CellKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellKey", name, {}, opts);
    const { plan, retention } = args;
    const parent = { parent: this };

    const key = new Key(
      name,
      {
        description: `Cell ${plan.cell.id}`,
        policy: policyOf(plan),
        enableKeyRotation: true,
        rotationPeriodInDays: plan.key.rotationPeriodDays,
        deletionWindowInDays: plan.key.deletionWindowDays,
      },
      { ...parent, ...retainedAs(retention) },
    );
    new Alias(`${name}-alias`, { name: `alias/${plan.key.aliasName}`, targetKeyId: key.keyId }, parent);

    this.arn = key.arn;
    this.registerOutputs({ arn: this.arn });
  }
}

function policyOf({ cell, namePrefix, cluster, audit }: CellPlan): pulumi.Input<string> {
  const clusterLogs = logsStatement(cell, `/aws/eks/${cluster.clusterName}/`);
  return policyDocument([
    administrationStatement(cell),
    ...throughServicesStatements(cell, [
      "rds",
      "elasticache",
      "secretsmanager",
      "eks",
      "s3",
      "bedrock",
      "appconfig",
      "backup",
      "firehose",
      "sqs",
    ]),
    logsStatement(cell, `/${namePrefix}/`),
    { ...clusterLogs, Sid: "ClusterLogGroups" },
    { ...logsStatement(cell, `aws-waf-logs-${namePrefix}-`), Sid: "FirewallLogGroups" },
    eventsStatement(cell),
    costAlertsStatement(cell),
    ...trailKeyStatements(cell, audit.trailName),
    alarmsStatement(cell),
  ]);
}
