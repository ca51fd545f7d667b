import * as pulumi from "@pulumi/pulumi";
import { securityGroupNames } from "../../model/security-group-names.ts";
import { clusterEntrance } from "../network/cluster-entrance.ts";

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
    const group = clusterEntrance(
      name,
      {
        ...args,
        groupName: securityGroupNames.caches,
        description: "Caches of the cell",
        traffic: "Caches",
        ports: { first: firstPort, last: lastPort },
      },
      { parent: this },
    );
    this.securityGroupId = group.id;
    this.registerOutputs({ securityGroupId: this.securityGroupId });
  }
}
