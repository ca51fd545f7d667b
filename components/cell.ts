import * as pulumi from "@pulumi/pulumi";
import { cellNames } from "../model/naming.ts";
import type { CellOutputs } from "../model/outputs.ts";
import type { CellPlan } from "../model/plan/cell-plan.ts";
import { CellCluster } from "./compute/cell-cluster.ts";
import { CellDatabase } from "./database/cell-database.ts";
import { PermissionsBoundary } from "./identity/permissions-boundary.ts";
import { PoolRole } from "./identity/pool-role.ts";
import { CellKey } from "./keys/cell-key.ts";
import { CellNetwork } from "./network/cell-network.ts";
import type { Retention } from "./retention.ts";
import { CellLogBucket } from "./storage/cell-log-bucket.ts";

export interface CellArgs {
  readonly plan: CellPlan;
  readonly retention: Retention;
  /** IAM roles that administer the cluster; where it is empty, whoever creates it does. */
  readonly administratorArns: readonly string[];
}

/** Every output of `CellOutputs`, as the cloud answers it. */
export type CellResult = { readonly [Name in keyof CellOutputs]: pulumi.Input<CellOutputs[Name]> };

/**
 * One account in one Region, with what its tenants share: network, cluster, database server, key, logs and roles.
 *
 * A cell of one tenant is made by the same declaration. Data survives `pulumi destroy` unless released.
 */
export class Cell extends pulumi.ComponentResource {
  readonly result: CellResult;

  constructor(name: string, args: CellArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:Cell", name, {}, opts);
    const { plan, retention } = args;
    const parent = { parent: this };

    const kmsKeyArn = new CellKey(`${name}-key`, args, parent).arn;
    const logBucket = new CellLogBucket(`${name}-log-bucket`, args, parent);
    const network = new CellNetwork(`${name}-network`, { plan, retention, kmsKeyArn }, parent);
    const cluster = new CellCluster(`${name}-cluster`, { ...args, kmsKeyArn, network }, parent);
    const database = new CellDatabase(
      `${name}-database`,
      { plan, retention, kmsKeyArn, network, clusterSecurityGroupId: cluster.securityGroupId },
      parent,
    );
    const boundary = declareBoundary(name, plan, parent);
    const poolRoleArns = declarePoolRoles(name, plan, { kmsKeyArn, cluster, database, boundary }, parent);

    this.result = {
      ...networkResult(network, cluster),
      ...databaseResult(network, database),
      keyArn: kmsKeyArn,
      logBucketName: logBucket.bucketName,
      permissionsBoundaryArn: boundary.arn,
      poolRoleArns,
    };
    this.registerOutputs({ ...this.result });
  }
}

interface Shared {
  readonly kmsKeyArn: pulumi.Output<string>;
  readonly cluster: CellCluster;
  readonly database: CellDatabase;
  readonly boundary: PermissionsBoundary;
}

function declareBoundary(name: string, plan: CellPlan, opts: pulumi.ComponentResourceOptions): PermissionsBoundary {
  const { cell, namePrefix } = plan;
  const policyName = cellNames(namePrefix, { id: cell.id, account_id: cell.accountId }).permissionsBoundary;
  return new PermissionsBoundary(`${name}-boundary`, { cell, namePrefix, policyName }, opts);
}

function declarePoolRoles(
  name: string,
  { cell, namePrefix, poolRoles }: CellPlan,
  { kmsKeyArn, cluster, database, boundary }: Shared,
  opts: pulumi.ComponentResourceOptions,
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
      },
      opts,
    );
    return [tier, role.arn] as const;
  });
  return pulumi.output(Object.fromEntries(roles));
}

function networkResult(network: CellNetwork, cluster: CellCluster) {
  return {
    vpcId: network.vpcId,
    privateSubnetIds: pulumi.all(network.subnetIds),
    clusterName: cluster.clusterName,
    clusterEndpoint: cluster.endpoint,
    clusterCertificateAuthority: cluster.certificateAuthority,
    clusterSecurityGroupId: cluster.securityGroupId,
  };
}

function databaseResult(network: CellNetwork, database: CellDatabase) {
  return {
    databaseHost: database.host,
    databasePort: database.port,
    databaseIdentifier: database.identifier,
    databaseResourceId: database.resourceId,
    databaseSecurityGroupId: database.securityGroupId,
    databaseSubnetGroupName: network.databaseSubnetGroupName,
    databaseMasterSecretArn: database.masterSecretArn,
    monitoringRoleArn: database.monitoringRoleArn,
  };
}
