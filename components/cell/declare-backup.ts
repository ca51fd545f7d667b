import type * as pulumi from "@pulumi/pulumi";
import { CellBackup } from "../backup/cell-backup.ts";
import type { CellNetwork } from "../network/cell-network.ts";
import type { CellPlace } from "./place.ts";

/** Backups of what the cell's tenants share, and the role for those that they have of their own. */
export function declareBackup(
  { name, plan, retention, opts }: CellPlace,
  kmsKeyArn: pulumi.Input<string>,
  network: CellNetwork,
): CellBackup {
  const { partition, region, accountId } = plan.cell;
  return new CellBackup(
    `${name}-backup`,
    {
      plan,
      retention,
      kmsKeyArn,
      databaseArn: `arn:${partition}:rds:${region}:${accountId}:db:${plan.database.identifier}`,
      databaseSubnetGroupName: network.databaseSubnetGroupName,
    },
    opts,
  );
}
