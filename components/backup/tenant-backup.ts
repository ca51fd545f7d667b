import { Selection } from "@pulumi/aws/backup/selection.js";
import * as pulumi from "@pulumi/pulumi";
import type { OwnBackupPlan } from "../../model/plan/backup-plan.ts";
import type { Retention } from "../retention.ts";
import { backupSchedule } from "./backup-schedule.ts";
import { LockedVault } from "./locked-vault.ts";
import { RestoreTest } from "./restore-test.ts";

export interface TenantBackupArgs {
  readonly plan: OwnBackupPlan;
  readonly retention: Retention;
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Key of the copies, in the recovery Region; there where the plan has one. */
  readonly recoveryKeyArn?: pulumi.Input<string>;
  readonly roleArn: pulumi.Input<string>;
  readonly bucketArn: pulumi.Input<string>;
  readonly databaseType: "RDS" | "Aurora";
  readonly databaseArn: pulumi.Input<string>;
  readonly databaseSubnetGroupName: pulumi.Input<string>;
}

/**
 * A vault of one tenant, with its database and its bucket in it, copied to the recovery Region where its tier has that.
 *
 * Costs what is stored, twice where it is copied, and the monthly trial restore. Recovery points survive
 * `pulumi destroy` unless released.
 */
export class TenantBackup extends pulumi.ComponentResource {
  constructor(name: string, args: TenantBackupArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantBackup", name, {}, opts);
    const { plan, retention, kmsKeyArn, roleArn, databaseArn } = args;
    const { vaultName, lock } = plan;
    const parent = { parent: this };

    const vault = new LockedVault(`${name}-vault`, { vaultName, lock, kmsKeyArn, retention }, parent);
    const recovery = declareRecoveryVault(name, args, parent);
    const schedule = backupSchedule(
      `${name}-plan`,
      {
        planName: vaultName,
        rules: plan.rules,
        vaultName: vault.vaultName,
        ...(recovery === undefined ? {} : { recoveryVaultArn: recovery.arn }),
      },
      parent,
    );
    new Selection(
      `${name}-selection`,
      { name: vaultName, planId: schedule.id, iamRoleArn: roleArn, resources: [args.bucketArn, databaseArn] },
      parent,
    );
    new RestoreTest(
      `${name}-restore-test`,
      {
        plan: plan.restoreTest,
        vaultArn: vault.arn,
        roleArn,
        databaseType: args.databaseType,
        databaseArn,
        subnetGroupName: args.databaseSubnetGroupName,
      },
      parent,
    );
    this.registerOutputs({});
  }
}

function declareRecoveryVault(
  name: string,
  { plan, retention, recoveryKeyArn: kmsKeyArn }: TenantBackupArgs,
  opts: pulumi.ComponentResourceOptions,
): LockedVault | undefined {
  const { recoveryRegion: region, vaultName, lock } = plan;
  if (region === undefined) return undefined;
  if (kmsKeyArn === undefined) throw new Error(`the copies of ${vaultName} in ${region} have no key there`);
  return new LockedVault(`${name}-recovery-vault`, { region, vaultName, lock, kmsKeyArn, retention }, opts);
}
