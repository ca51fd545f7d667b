import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import * as pulumi from "@pulumi/pulumi";
import { securityGroupNames } from "../../model/security-group-names.ts";

export interface CacheEntranceArgs {
  readonly vpcId: pulumi.Input<string>;
  /** Security group of the cluster's nodes. */
  readonly clusterSecurityGroupId: pulumi.Input<string>;
}

/** Serverless caches answer at 6379, and at 6380 from the nearest copy. */
const firstPort = 6379;
const lastPort = 6380;

/** Lets the cluster's nodes, a group and not a range, reach the cell's caches and those of its tenants. Costs nothing. */
export class CacheEntrance extends pulumi.ComponentResource {
  readonly securityGroupId: pulumi.Output<string>;

  constructor(name: string, args: CacheEntranceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CacheEntrance", name, {}, opts);
    const group = new SecurityGroup(
      name,
      {
        name: securityGroupNames.caches,
        vpcId: args.vpcId,
        description: "Caches of the cell",
        revokeRulesOnDelete: true,
      },
      { parent: this },
    );
    new SecurityGroupIngressRule(
      `${name}-from-cluster`,
      {
        securityGroupId: group.id,
        referencedSecurityGroupId: args.clusterSecurityGroupId,
        description: "Caches from the cluster's nodes",
        ipProtocol: "tcp",
        fromPort: firstPort,
        toPort: lastPort,
      },
      { parent: this, deletedWith: group },
    );
    this.securityGroupId = group.id;
    this.registerOutputs({ securityGroupId: this.securityGroupId });
  }
}
