import { Selection } from "@pulumi/aws/backup/selection.js";
import type * as pulumi from "@pulumi/pulumi";
import type { TenantBackupPlan } from "../../model/plan/backup-plan.ts";
import { TenantBackup } from "../backup/tenant-backup.ts";
import type { TenantPlace } from "./place.ts";

/** Keys of what is backed up: the tenant's, and the one of its copies where it has them. */
export interface BackupKeys {
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly recoveryKeyArn?: pulumi.Input<string>;
}

/**
 * How the tenant's data is backed up: below `database` the cell's plan does it, with a selection of the tenant's own at
 * level `schema`; its rows are in the backups of the cell's server.
 *
 * @throws where the cell has no backup plan for the tenant's tier.
 */
export function declareBackup(place: TenantPlace, keys: BackupKeys): void {
  const { backup } = place.plan;
  if (backup.kind === "selection") selectBucket(place, backup);
  if (backup.kind === "own") backUp(place, backup, keys);
}

const bucketArn = ({ plan }: TenantPlace) => `arn:${plan.cell.partition}:s3:::${plan.bucket.bucketName}`;

function selectBucket(place: TenantPlace, backup: Extract<TenantBackupPlan, { kind: "selection" }>): void {
  const { name, plan, cell, opts } = place;
  const planId = cell.backupPlanIds[backup.tier];
  if (planId === undefined) {
    throw new Error(
      `the cell ${plan.cell.id} has no backup plan for the tier ${backup.tier}, only for ` +
        `${Object.keys(cell.backupPlanIds).join(", ")}; bring it up to date: pulumi up --stack cell-${plan.cell.id}`,
    );
  }
  new Selection(
    `${name}-backup`,
    { name: backup.selectionName, planId, iamRoleArn: cell.backupRoleArn, resources: [bucketArn(place)] },
    opts,
  );
}

function backUp(place: TenantPlace, plan: Extract<TenantBackupPlan, { kind: "own" }>, keys: BackupKeys): void {
  const { name, cell, retention, opts } = place;
  new TenantBackup(
    `${name}-backup`,
    {
      ...keys,
      plan,
      retention,
      roleArn: cell.backupRoleArn,
      bucketArn: bucketArn(place),
      ...databaseOf(place),
      databaseSubnetGroupName: cell.databaseSubnetGroupName,
    },
    opts,
  );
}

function databaseOf({ plan, cell }: TenantPlace) {
  const { partition, region, accountId } = plan.cell;
  const { active } = plan.data;
  const arn = (resource: string) => `arn:${partition}:rds:${region}:${accountId}:${resource}`;
  return active.isolation === "database"
    ? { databaseType: "RDS" as const, databaseArn: arn(`db:${active.instanceIdentifier}`) }
    : { databaseType: "Aurora" as const, databaseArn: arn(`cluster:${cell.databaseIdentifier}`) };
}
