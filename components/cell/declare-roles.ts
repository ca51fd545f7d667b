import * as pulumi from "@pulumi/pulumi";
import { cellNames } from "../../model/naming.ts";
import type { CellCluster } from "../compute/cell-cluster.ts";
import type { CellDatabase } from "../database/cell-database.ts";
import { PermissionsBoundary } from "../identity/permissions-boundary.ts";
import type { PolicyStatement } from "../identity/policy-document.ts";
import { PoolRole } from "../identity/pool-role.ts";
import type { CellPlace } from "./place.ts";

/** What every role of a tenant's is limited by, whatever its own policies say. */
export function declareBoundary({ name, plan, opts }: CellPlace): PermissionsBoundary {
  const { cell, namePrefix } = plan;
  const policyName = cellNames(namePrefix, { id: cell.id, account_id: cell.accountId }).permissionsBoundary;
  return new PermissionsBoundary(`${name}-boundary`, { cell, namePrefix, policyName }, opts);
}

/** What a pool role's policy names. */
interface PoolRoleTargets {
  readonly kmsKeyArn: pulumi.Output<string>;
  readonly cluster: CellCluster;
  readonly database: CellDatabase;
  readonly boundary: PermissionsBoundary;
  /** What the tier's sessions may do beside reaching their own data. */
  readonly statementsOf: (tier: string) => readonly PolicyStatement[];
}

/** One role per pool tier, narrowed to a tenant by its session tags: tier → ARN. */
export function declarePoolRoles(
  { name, plan: { cell, namePrefix, poolRoles }, opts }: CellPlace,
  { kmsKeyArn, cluster, database, boundary, statementsOf }: PoolRoleTargets,
): pulumi.Output<Record<string, string>> {
  const roles = Object.entries(poolRoles).map(([tier, roleName]) => {
    const role = new PoolRole(
      `${name}-pool-${tier}`,
      {
        cell,
        roleName,
        namePrefix,
        clusterArn: cluster.arn,
        cellKeyArn: kmsKeyArn,
        databaseResourceId: database.resourceId,
        permissionsBoundaryArn: boundary.arn,
        statements: statementsOf(tier),
      },
      opts,
    );
    return [tier, role.arn] as const;
  });
  return pulumi.output(Object.fromEntries(roles));
}
