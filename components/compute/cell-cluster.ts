import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { Cluster } from "@pulumi/aws/eks/cluster.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellPlan } from "../../model/plan/cell-plan.ts";
import { serviceRole } from "../identity/service-role.ts";
import type { CellNetwork } from "../network/cell-network.ts";
import { type Retention, retainedAs } from "../retention.ts";
import { ClusterAddons } from "./cluster-addons.ts";
import { ClusterAdministrators } from "./cluster-administrators.ts";
import { NodeGroup } from "./node-group.ts";

export interface CellClusterArgs {
  readonly plan: CellPlan;
  readonly retention: Retention;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly network: CellNetwork;
  /** IAM roles that administer the cluster; where it is empty, whoever creates the cluster does. */
  readonly administratorArns: readonly string[];
}

/**
 * The EKS cluster of a cell: private endpoint, secrets enveloped with the cell's key, all control-plane logs.
 *
 * Costs 73 USD a month and its nodes. It holds no data that is not declared elsewhere.
 */
export class CellCluster extends pulumi.ComponentResource {
  readonly clusterName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  readonly endpoint: pulumi.Output<string>;
  readonly certificateAuthority: pulumi.Output<string>;
  readonly securityGroupId: pulumi.Output<string>;

  constructor(name: string, args: CellClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellCluster", name, {}, opts);
    const { plan, network, administratorArns } = args;
    const parent = { parent: this };

    const logs = declareLogs(name, args, parent);
    const cluster = declareCluster(name, args, logs, parent);
    const inside = { ...parent, deletedWith: cluster };
    this.clusterName = cluster.name;
    this.securityGroupId = cluster.vpcConfig.clusterSecurityGroupId;
    letIntoEndpoints(name, network, this.securityGroupId, parent);
    new ClusterAdministrators(
      `${name}-administrators`,
      { ...plan, clusterName: cluster.name, administratorArns },
      inside,
    );
    const nodes = new NodeGroup(
      `${name}-nodes`,
      { plan: plan.cluster, cell: plan.cell, tags: plan.tags, clusterName: cluster.name, subnetIds: network.subnetIds },
      // EKS refuses to delete a cluster that still has node groups, so they go by themselves.
      parent,
    );
    new ClusterAddons(`${name}-addons`, { clusterName: cluster.name, nodes }, inside);

    this.arn = cluster.arn;
    this.endpoint = cluster.endpoint;
    this.certificateAuthority = cluster.certificateAuthority.data;
    this.registerOutputs({ clusterName: this.clusterName, endpoint: this.endpoint });
  }
}

/** EKS would make the group itself, without key and end; it has to exist before. */
function declareLogs(name: string, args: CellClusterArgs, opts: pulumi.CustomResourceOptions): LogGroup {
  const { clusterName, logRetentionDays } = args.plan.cluster;
  return new LogGroup(
    `${name}-logs`,
    { name: `/aws/eks/${clusterName}/cluster`, retentionInDays: logRetentionDays, kmsKeyId: args.kmsKeyArn },
    { ...opts, ...retainedAs(args.retention) },
  );
}

function declareCluster(
  name: string,
  { plan, kmsKeyArn, network, administratorArns, retention }: CellClusterArgs,
  logs: LogGroup,
  opts: pulumi.CustomResourceOptions,
): Cluster {
  const { clusterName, version, logTypes, clusterRoleName } = plan.cluster;
  const role = serviceRole(
    `${name}-role`,
    { cell: plan.cell, roleName: clusterRoleName, service: "eks.amazonaws.com", policies: ["AmazonEKSClusterPolicy"] },
    opts,
  );
  return new Cluster(
    name,
    {
      name: clusterName,
      version,
      roleArn: role.arn,
      vpcConfig: { subnetIds: network.subnetIds, endpointPrivateAccess: true, endpointPublicAccess: false },
      encryptionConfig: { provider: { keyArn: kmsKeyArn }, resources: ["secrets"] },
      enabledClusterLogTypes: [...logTypes],
      accessConfig: {
        authenticationMode: "API",
        bootstrapClusterCreatorAdminPermissions: administratorArns.length === 0,
      },
      // The add-ons are declared below, so that their versions and settings are seen.
      bootstrapSelfManagedAddons: false,
      deletionProtection: retention === "kept",
    },
    {
      ...opts,
      dependsOn: [logs],
      protect: retainedAs(retention).protect,
      // Read at the creation alone; another value later would replace the cluster.
      ignoreChanges: ["accessConfig.bootstrapClusterCreatorAdminPermissions"],
    },
  );
}

function letIntoEndpoints(
  name: string,
  network: CellNetwork,
  referencedSecurityGroupId: pulumi.Output<string>,
  opts: pulumi.CustomResourceOptions,
): void {
  new SecurityGroupIngressRule(
    `${name}-to-endpoints`,
    {
      securityGroupId: network.endpointSecurityGroupId,
      referencedSecurityGroupId,
      description: "AWS services from the cluster's nodes and pods",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
    },
    opts,
  );
}
