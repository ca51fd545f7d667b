import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { NodeGroupPlan } from "../../model/plan/compute-plan.ts";
import { NodeGroup } from "./node-group.ts";

export interface TenantNodeGroupArgs {
  readonly plan: NodeGroupPlan;
  readonly cell: CellReference;
  readonly tenantId: string;
  readonly clusterName: pulumi.Input<string>;
  readonly subnetIds: pulumi.Input<string>[];
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Nodes that run one tenant's pods and nobody else's: tainted, and the guard rails of the cluster refuse pods of others
 * that would tolerate the taint.
 *
 * Costs the instances between the plan's smallest and largest size. Holds no data that must stay.
 */
export class TenantNodeGroup extends pulumi.ComponentResource {
  readonly nodeGroupName: pulumi.Output<string>;

  constructor(name: string, args: TenantNodeGroupArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantNodeGroup", name, {}, opts);
    const nodes = new NodeGroup(`${name}-nodes`, args, { parent: this });
    this.nodeGroupName = nodes.nodeGroupName;
    this.registerOutputs({ nodeGroupName: this.nodeGroupName });
  }
}
