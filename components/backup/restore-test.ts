import { RestoreTestingPlan } from "@pulumi/aws/backup/restoreTestingPlan.js";
import { RestoreTestingSelection } from "@pulumi/aws/backup/restoreTestingSelection.js";
import * as pulumi from "@pulumi/pulumi";
import type { RestoreTestPlan } from "../../model/plan/backup-plan.ts";

export interface RestoreTestArgs {
  readonly plan: RestoreTestPlan;
  readonly vaultArn: pulumi.Input<string>;
  readonly roleArn: pulumi.Input<string>;
  /** AWS Backup's word: `RDS` for an instance, `Aurora` for a cluster. */
  readonly databaseType: "RDS" | "Aurora";
  readonly databaseArn: pulumi.Input<string>;
  /** There is no default VPC to restore into. */
  readonly subnetGroupName: pulumi.Input<string>;
}

/** Hours that a restored database is kept for somebody to look at; it is billed for so long. */
const validationHours = 1;

/**
 * Restores the database from its newest recovery point once a month, and deletes what was restored.
 *
 * Costs a restore and a few hours of a database a month. That the application finds its rows there is not checked.
 */
export class RestoreTest extends pulumi.ComponentResource {
  constructor(name: string, args: RestoreTestArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:RestoreTest", name, {}, opts);
    const { plan, databaseType } = args;
    const testing = new RestoreTestingPlan(
      name,
      {
        name: plan.planName,
        scheduleExpression: plan.schedule,
        scheduleExpressionTimezone: "Etc/UTC",
        startWindowHours: 1,
        recoveryPointSelection: {
          algorithm: "LATEST_WITHIN_WINDOW",
          includeVaults: [args.vaultArn],
          recoveryPointTypes: ["CONTINUOUS", "SNAPSHOT"],
          selectionWindowDays: plan.selectionWindowDays,
        },
      },
      { parent: this },
    );
    // Keys are not case sensitive. Source: "Restore testing inferred metadata".
    const restoreMetadataOverrides = {
      dbSubnetGroupName: args.subnetGroupName,
      ...(databaseType === "RDS" ? { multiAz: "false", publiclyAccessible: "false" } : {}),
    };
    new RestoreTestingSelection(
      `${name}-database`,
      {
        name: "database",
        restoreTestingPlanName: testing.name,
        protectedResourceType: databaseType,
        protectedResourceArns: [args.databaseArn],
        iamRoleArn: args.roleArn,
        validationWindowHours: validationHours,
        restoreMetadataOverrides,
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
