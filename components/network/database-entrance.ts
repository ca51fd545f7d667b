import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import * as pulumi from "@pulumi/pulumi";
import { securityGroupNames } from "../../model/security-group-names.ts";

export interface DatabaseEntranceArgs {
  readonly vpcId: pulumi.Input<string>;
  /** Security group of the cluster's nodes. */
  readonly clusterSecurityGroupId: pulumi.Input<string>;
}

const postgresPort = 5432;

/** Lets the cluster's nodes, a group and not a range, reach PostgreSQL; within the group a proxy reaches its server. Costs nothing. */
export class DatabaseEntrance extends pulumi.ComponentResource {
  readonly securityGroupId: pulumi.Output<string>;

  constructor(name: string, args: DatabaseEntranceArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:DatabaseEntrance", name, {}, opts);
    const group = new SecurityGroup(
      name,
      {
        name: securityGroupNames.databases,
        vpcId: args.vpcId,
        description: "PostgreSQL servers of the cell",
        revokeRulesOnDelete: true,
      },
      { parent: this },
    );
    new SecurityGroupIngressRule(
      `${name}-from-cluster`,
      {
        securityGroupId: group.id,
        referencedSecurityGroupId: args.clusterSecurityGroupId,
        description: "PostgreSQL from the cluster's nodes",
        ipProtocol: "tcp",
        fromPort: postgresPort,
        toPort: postgresPort,
      },
      { parent: this, deletedWith: group },
    );
    const within = {
      securityGroupId: group.id,
      referencedSecurityGroupId: group.id,
      description: "PostgreSQL between a proxy and its server",
      ipProtocol: "tcp",
      fromPort: postgresPort,
      toPort: postgresPort,
    };
    new SecurityGroupIngressRule(`${name}-from-proxy`, within, { parent: this, deletedWith: group });
    new SecurityGroupEgressRule(`${name}-to-server`, within, { parent: this, deletedWith: group });
    this.securityGroupId = group.id;
    this.registerOutputs({ securityGroupId: this.securityGroupId });
  }
}
