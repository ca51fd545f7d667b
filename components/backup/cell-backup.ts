import { Selection } from "@pulumi/aws/backup/selection.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellBackupPlan } from "../../model/plan/backup-plan.ts";
import type { CellPlan } from "../../model/plan/cell-plan.ts";
import type { Retention } from "../retention.ts";
import { backupRole } from "./backup-role.ts";
import { backupSchedule } from "./backup-schedule.ts";
import { LockedVault } from "./locked-vault.ts";
import { RestoreTest } from "./restore-test.ts";

export interface CellBackupArgs {
  readonly plan: CellPlan;
  readonly retention: Retention;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly databaseArn: pulumi.Input<string>;
  readonly databaseSubnetGroupName: pulumi.Input<string>;
}

type Vault = NonNullable<CellBackupPlan["vault"]>;

/**
 * Backups of what a cell's tenants share: its database server, and the buckets of those who have no selection of their
 * own, found by their tags. A cell of one tenant has but the role: the vault is the tenant's.
 *
 * Costs what is stored. Recovery points survive `pulumi destroy` unless released.
 */
export class CellBackup extends pulumi.ComponentResource {
  readonly roleArn: pulumi.Output<string>;
  /** Pool tier → id of its plan. */
  readonly planIds: pulumi.Output<Record<string, string>>;

  constructor(name: string, args: CellBackupArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellBackup", name, {}, opts);
    const { plan } = args;
    const parent = { parent: this };
    const { roleName, vault } = plan.backup;

    this.roleArn = backupRole(`${name}-role`, { cell: plan.cell, roleName }, parent).arn;
    this.planIds =
      vault === undefined
        ? pulumi.output<Record<string, string>>({})
        : backUpPool(name, args, vault, this.roleArn, parent);
    this.registerOutputs({ roleArn: this.roleArn, planIds: this.planIds });
  }
}

function backUpPool(
  name: string,
  args: CellBackupArgs,
  vault: Vault,
  iamRoleArn: pulumi.Output<string>,
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<Record<string, string>> {
  const { kmsKeyArn, retention, databaseArn } = args;
  const { vaultName, lock } = vault;
  const locked = new LockedVault(`${name}-vault`, { vaultName, lock, kmsKeyArn, retention }, opts);
  const ids = Object.entries(vault.plans).map(([tier, { planName, rules, selectsByTag }]) => {
    const schedule = backupSchedule(`${name}-${tier}`, { planName, rules, vaultName: locked.vaultName }, opts);
    if (selectsByTag)
      selectTagged(`${name}-${tier}-tagged`, args.plan, tier, { planId: schedule.id, iamRoleArn }, opts);
    if (tier === vault.databaseTier) {
      const selected = { name: "database", planId: schedule.id, iamRoleArn, resources: [databaseArn] };
      new Selection(`${name}-database`, selected, opts);
    }
    return [tier, schedule.id] as const;
  });
  new RestoreTest(
    `${name}-restore-test`,
    {
      plan: vault.restoreTest,
      vaultArn: locked.arn,
      roleArn: iamRoleArn,
      databaseType: "RDS",
      databaseArn,
      subnetGroupName: args.databaseSubnetGroupName,
    },
    opts,
  );
  return pulumi.output(Object.fromEntries(ids));
}

/** Buckets of the fleet's tenants of one tier at isolation `shared`, as far as they did not switch their backup off. */
function selectTagged(
  name: string,
  { cell, namePrefix }: CellPlan,
  tier: string,
  into: { readonly planId: pulumi.Input<string>; readonly iamRoleArn: pulumi.Input<string> },
  opts: pulumi.CustomResourceOptions,
): void {
  const tagged = (key: string, value: string) => ({ key: `aws:ResourceTag/${key}`, value });
  new Selection(
    name,
    {
      ...into,
      name: "buckets",
      resources: [`arn:${cell.partition}:s3:::${namePrefix}-tenant-*`],
      conditions: [
        {
          stringEquals: [tagged("cell", cell.id), tagged("isolation", "shared"), tagged("tier", tier)],
          stringNotEquals: [tagged("backup", "off")],
        },
      ],
    },
    opts,
  );
}
