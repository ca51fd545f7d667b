import * as pulumi from "@pulumi/pulumi";
import { declareCellApi } from "./cell/declare-api.ts";
import { declareCellAudit } from "./cell/declare-audit.ts";
import { declareBackup } from "./cell/declare-backup.ts";
import { declareCellBilling } from "./cell/declare-billing.ts";
import { cacheStatements, declareCaches } from "./cell/declare-cache.ts";
import { declareCellConfiguration } from "./cell/declare-configuration.ts";
import { declareEdge } from "./cell/declare-edge.ts";
import { declareCellIdentity } from "./cell/declare-identity.ts";
import { declareIssuers } from "./cell/declare-issuers.ts";
import { declareKeyRotation } from "./cell/declare-key-rotation.ts";
import { declareCellModels } from "./cell/declare-models.ts";
import { declareMonitoring } from "./cell/declare-monitoring.ts";
import { declareOperators } from "./cell/declare-operators.ts";
import { declareBoundary, declarePoolRoles } from "./cell/declare-roles.ts";
import { declareCellThreat } from "./cell/declare-threat.ts";
import type { CellArgs, CellPlace, CellResult } from "./cell/place.ts";
import { CellCluster } from "./compute/cell-cluster.ts";
import { CellDatabase } from "./database/cell-database.ts";
import { CellKey } from "./keys/cell-key.ts";
import { CellNetwork } from "./network/cell-network.ts";
import { CellLogBucket } from "./storage/cell-log-bucket.ts";

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
    const place: CellPlace = { name, ...args, opts: parent };

    const kmsKeyArn = new CellKey(`${name}-key`, args, parent).arn;
    const logBucket = new CellLogBucket(`${name}-log-bucket`, args, parent);
    const network = new CellNetwork(`${name}-network`, { plan, retention, kmsKeyArn }, parent);
    const cluster = new CellCluster(`${name}-cluster`, { ...args, kmsKeyArn, network }, parent);
    const database = new CellDatabase(
      `${name}-database`,
      { plan, retention, kmsKeyArn, network, clusterSecurityGroupId: cluster.securityGroupId },
      parent,
    );
    const boundary = declareBoundary(place);
    declareIssuers(place);
    const models = declareCellModels(place, kmsKeyArn);
    const poolRoleArns = declarePoolRoles(place, {
      kmsKeyArn,
      cluster,
      database,
      boundary,
      statementsOf: (tier) => [...models.statementsOf(tier), ...cacheStatements(place)],
    });

    const backup = declareBackup(place, kmsKeyArn, network);

    const audit = declareCellAudit(place, kmsKeyArn, logBucket.bucketName);
    declareOperators(place, kmsKeyArn, audit.trailLogGroupName);

    const monitoring = declareMonitoring(place, kmsKeyArn, logBucket.bucketName);
    declareKeyRotation(place, monitoring.routineAlarmTopicArn);

    this.result = {
      ...networkResult(network, cluster),
      ...databaseResult(network, database),
      ...models.result,
      ...declareCaches(place, kmsKeyArn, { network, cluster }),
      ...declareEdge(place, { network, cluster, logBucket }),
      ...declareCellIdentity(place),
      ...declareCellConfiguration(place),
      ...declareCellApi(place, kmsKeyArn),
      ...declareCellBilling(place, kmsKeyArn, logBucket.bucketName),
      ...audit,
      ...declareCellThreat(place, kmsKeyArn),
      ...monitoring,
      keyArn: kmsKeyArn,
      logBucketName: logBucket.bucketName,
      permissionsBoundaryArn: boundary.arn,
      backupRoleArn: backup.roleArn,
      backupPlanIds: backup.planIds,
      poolRoleArns,
    };
    this.registerOutputs({ ...this.result });
  }
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
