import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import type * as pulumi from "@pulumi/pulumi";

export interface ClusterEntranceArgs {
  readonly groupName: string;
  /** What is behind it, e.g. `Caches of the cell`. */
  readonly description: string;
  readonly vpcId: pulumi.Input<string>;
  /** Security group of the cluster's nodes. */
  readonly clusterSecurityGroupId: pulumi.Input<string>;
  /** What the nodes come for, e.g. `Caches`. */
  readonly traffic: string;
  readonly ports: { readonly first: number; readonly last: number };
}

/** A security group that lets the cluster's nodes in, a group and not a range. */
export function clusterEntrance(
  name: string,
  args: ClusterEntranceArgs,
  opts: pulumi.CustomResourceOptions,
): SecurityGroup {
  const { groupName, description, vpcId, clusterSecurityGroupId, traffic, ports } = args;
  const group = new SecurityGroup(name, { name: groupName, vpcId, description, revokeRulesOnDelete: true }, opts);
  new SecurityGroupIngressRule(
    `${name}-from-cluster`,
    {
      securityGroupId: group.id,
      referencedSecurityGroupId: clusterSecurityGroupId,
      description: `${traffic} from the cluster's nodes`,
      ipProtocol: "tcp",
      fromPort: ports.first,
      toPort: ports.last,
    },
    { ...opts, deletedWith: group },
  );
  return group;
}
