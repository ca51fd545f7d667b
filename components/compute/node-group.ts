import { LaunchTemplate } from "@pulumi/aws/ec2/launchTemplate.js";
import { NodeGroup as ManagedNodeGroup } from "@pulumi/aws/eks/nodeGroup.js";
import type { Role } from "@pulumi/aws/iam/role.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { NodeGroupPlan } from "../../model/plan/compute-plan.ts";
import { serviceRole } from "../identity/service-role.ts";

export interface NodeGroupArgs {
  readonly plan: NodeGroupPlan;
  readonly cell: CellReference;
  readonly clusterName: pulumi.Input<string>;
  readonly subnetIds: pulumi.Input<string>[];
  /** On instances and volumes, which are made by the group and seen by no transform. */
  readonly tags: Readonly<Record<string, string>>;
  /** Tenant that the nodes belong to: labelled and tainted with its id. Without one, everybody's. */
  readonly tenantId?: string;
}

/** Label and taint of nodes that belong to one tenant. */
export const tenantNodeKey = "tenantry.io/tenant";

const nodePolicies = ["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryPullOnly"];

/**
 * EC2 nodes of a cluster, with encrypted disks and metadata (IMDSv2) that no pod reaches: one hop only.
 *
 * Costs the instances between the plan's smallest and largest size. Nodes hold no data that must stay; their disks are
 * encrypted with the account's key for volumes.
 */
export class NodeGroup extends pulumi.ComponentResource {
  readonly nodeGroupName: pulumi.Output<string>;

  constructor(name: string, args: NodeGroupArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:NodeGroup", name, {}, opts);
    const inside = { parent: this, ...(opts?.deletedWith === undefined ? {} : { deletedWith: opts.deletedWith }) };

    const role = serviceRole(
      `${name}-role`,
      { cell: args.cell, roleName: args.plan.nodeRoleName, service: "ec2.amazonaws.com", policies: nodePolicies },
      { parent: this },
    );
    const template = declareTemplate(name, args, { parent: this });
    const group = declareGroup(name, args, role, template, inside);

    this.nodeGroupName = group.nodeGroupName;
    this.registerOutputs({ nodeGroupName: this.nodeGroupName });
  }
}

function declareTemplate(name: string, args: NodeGroupArgs, opts: pulumi.CustomResourceOptions): LaunchTemplate {
  const { plan, tags } = args;
  return new LaunchTemplate(
    `${name}-template`,
    {
      name: plan.nodeGroupName,
      updateDefaultVersion: true,
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      monitoring: { enabled: true },
      // Bottlerocket has one volume for the system and one for images, logs and scratch space.
      blockDeviceMappings: [
        { deviceName: "/dev/xvda", ebs: { volumeSize: 4, volumeType: "gp3", encrypted: "true" } },
        { deviceName: "/dev/xvdb", ebs: { volumeSize: plan.diskSizeGib, volumeType: "gp3", encrypted: "true" } },
      ],
      tagSpecifications: ["instance", "volume"].map((resourceType) => ({ resourceType, tags: { ...tags } })),
    },
    opts,
  );
}

function declareGroup(
  name: string,
  args: NodeGroupArgs,
  role: Role,
  template: LaunchTemplate,
  opts: pulumi.CustomResourceOptions,
): ManagedNodeGroup {
  const { plan, clusterName, subnetIds, tenantId } = args;
  const ownership =
    tenantId === undefined
      ? {}
      : {
          labels: { [tenantNodeKey]: tenantId },
          taints: [{ key: tenantNodeKey, value: tenantId, effect: "NO_SCHEDULE" }],
        };
  return new ManagedNodeGroup(
    name,
    {
      clusterName,
      nodeGroupName: plan.nodeGroupName,
      nodeRoleArn: role.arn,
      subnetIds,
      instanceTypes: [...plan.instanceTypes],
      amiType: "BOTTLEROCKET_x86_64",
      scalingConfig: { minSize: plan.minSize, maxSize: plan.maxSize, desiredSize: plan.minSize },
      updateConfig: { maxUnavailable: 1 },
      launchTemplate: { id: template.id, version: pulumi.interpolate`${template.latestVersion}` },
      ...ownership,
    },
    // The autoscaler moves the wanted size; an up must not move it back.
    { ...opts, ignoreChanges: ["scalingConfig.desiredSize"] },
  );
}
