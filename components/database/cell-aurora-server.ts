import { Cluster } from "@pulumi/aws/rds/cluster.js";
import { ClusterInstance } from "@pulumi/aws/rds/clusterInstance.js";
import { ClusterParameterGroup } from "@pulumi/aws/rds/clusterParameterGroup.js";
import * as pulumi from "@pulumi/pulumi";
import { retainedAs } from "../retention.ts";
import { AuroraReaderScaling } from "../scaling/aurora-reader-scaling.ts";
import { type CellServerArgs, insightRetentionDays, monitoringIntervalSeconds } from "./cell-server-args.ts";
import { masterSecretArnOf } from "./master-secret.ts";
import { parameterFamily, rdsParameters } from "./rds-parameters.ts";
import { instanceInsight, serverDefaults } from "./server-defaults.ts";

/**
 * An Aurora PostgreSQL cluster: a writer and its readers, in a cell of one tenant.
 *
 * Costs its instances, storage and requests. Its data survives `pulumi destroy` unless released.
 */
export class CellAuroraServer extends pulumi.ComponentResource {
  readonly host: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  readonly identifier: pulumi.Output<string>;
  readonly resourceId: pulumi.Output<string>;
  readonly masterSecretArn: pulumi.Output<string>;

  constructor(name: string, args: CellServerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellAuroraServer", name, {}, opts);
    const parent = { parent: this };

    const cluster = declareCluster(name, args, declareParameters(name, args, parent), {
      ...parent,
      ...retainedAs(args.retention),
    });
    declareInstances(name, args, cluster, { ...parent, ...retainedAs(args.retention) });

    if (args.plan.readerScaling !== undefined) {
      new AuroraReaderScaling(
        `${name}-readers`,
        { plan: args.plan.readerScaling, clusterIdentifier: cluster.clusterIdentifier },
        parent,
      );
    }

    this.host = cluster.endpoint;
    this.port = cluster.port;
    this.identifier = cluster.clusterIdentifier;
    this.resourceId = cluster.clusterResourceId;
    this.masterSecretArn = masterSecretArnOf(cluster.masterUserSecrets);
    this.registerOutputs({ host: this.host, port: this.port, identifier: this.identifier });
  }
}

function declareParameters(
  name: string,
  args: CellServerArgs,
  opts: pulumi.CustomResourceOptions,
): ClusterParameterGroup {
  const { plan, parameterGroupName, retention } = args;
  return new ClusterParameterGroup(
    `${name}-parameters`,
    {
      name: parameterGroupName,
      family: parameterFamily("aurora", plan.engineVersion),
      parameters: rdsParameters(plan.parameters),
    },
    { ...opts, retainOnDelete: retainedAs(retention).retainOnDelete },
  );
}

function declareCluster(
  name: string,
  args: CellServerArgs,
  parameters: ClusterParameterGroup,
  opts: pulumi.CustomResourceOptions,
): Cluster {
  const { plan } = args;
  const { identifier, backupRetentionDays } = plan;
  return new Cluster(
    name,
    {
      ...serverDefaults({ ...args, identifier, backupRetentionDays }),
      clusterIdentifier: identifier,
      engine: "aurora-postgresql",
      engineVersion: plan.engineVersion,
      dbSubnetGroupName: args.subnetGroupName,
      vpcSecurityGroupIds: [args.securityGroupId],
      masterUsername: plan.masterUsername,
      dbClusterParameterGroupName: parameters.name,
      enabledCloudwatchLogsExports: ["postgresql"],
    },
    opts,
  );
}

function declareInstances(
  name: string,
  args: CellServerArgs,
  cluster: Cluster,
  opts: pulumi.CustomResourceOptions,
): void {
  const { plan, kmsKeyArn } = args;
  for (let number = 1; number <= plan.instances; number++) {
    new ClusterInstance(
      `${name}-${number}`,
      {
        ...instanceInsight({ ...args, kmsKeyArn, retentionDays: insightRetentionDays, monitoringIntervalSeconds }),
        identifier: `${plan.identifier}-${number}`,
        clusterIdentifier: cluster.clusterIdentifier,
        engine: "aurora-postgresql",
        instanceClass: plan.instanceClass,
        dbSubnetGroupName: args.subnetGroupName,
        publiclyAccessible: false,
        autoMinorVersionUpgrade: true,
        caCertIdentifier: "rds-ca-rsa2048-g1",
      },
      opts,
    );
  }
}
