import { SecurityGroupEgressRule } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import * as pulumi from "@pulumi/pulumi";
import { securityGroupNames } from "../../model/security-group-names.ts";
import { clusterEntrance } from "./cluster-entrance.ts";

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
    const group = clusterEntrance(
      name,
      {
        ...args,
        groupName: securityGroupNames.databases,
        description: "PostgreSQL servers of the cell",
        traffic: "PostgreSQL",
        ports: { first: postgresPort, last: postgresPort },
      },
      { parent: this },
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
