import { PodIdentityAssociation } from "@pulumi/aws/eks/podIdentityAssociation.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellOutputs } from "../../model/outputs.ts";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import { TenantNamespace } from "./tenant-namespace.ts";
import { TenantNodeGroup } from "./tenant-node-group.ts";
import { TenantWorkload } from "./tenant-workload.ts";

export interface TenantComputeArgs {
  readonly plan: TenantPlan;
  readonly cell: CellOutputs;
  /** Role that the workload's pods take on. */
  readonly workloadRoleArn: pulumi.Input<string>;
  /** Done once the document that the application reads is published. */
  readonly configurationPublished: pulumi.Resource;
}

/** Where a tenant's product runs: its namespace, its nodes where it has some, its workload and its identity. */
export class TenantCompute extends pulumi.ComponentResource {
  readonly namespaceName: pulumi.Output<string>;

  constructor(name: string, args: TenantComputeArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantCompute", name, {}, opts);
    const { plan, cell } = args;
    const tenantId = plan.tenant.id;
    const parent = { parent: this };

    const namespace = new TenantNamespace(
      `${name}-namespace`,
      { plan: plan.compute, tenantId, hostname: plan.hostname },
      parent,
    );
    giveIdentity(name, args, namespace, parent);
    giveNodes(name, plan, cell, parent);
    new TenantWorkload(
      `${name}-workload`,
      {
        plan: plan.compute,
        tenantId,
        namespace,
        running: plan.phase === "active",
        region: plan.cell.region,
        configurationPublished: args.configurationPublished,
      },
      parent,
    );

    this.namespaceName = namespace.namespaceName;
    this.registerOutputs({ namespaceName: this.namespaceName });
  }
}

function giveIdentity(
  name: string,
  { plan, cell, workloadRoleArn }: TenantComputeArgs,
  namespace: TenantNamespace,
  opts: pulumi.CustomResourceOptions,
): void {
  if (plan.phase === "suspended") return;
  new PodIdentityAssociation(
    `${name}-identity`,
    {
      clusterName: cell.clusterName,
      namespace: namespace.namespaceName,
      serviceAccount: plan.compute.serviceAccountName,
      roleArn: workloadRoleArn,
    },
    opts,
  );
}

function giveNodes(name: string, plan: TenantPlan, cell: CellOutputs, opts: pulumi.CustomResourceOptions): void {
  const { nodeGroup } = plan.compute;
  if (nodeGroup === undefined) return;
  new TenantNodeGroup(
    `${name}-own`,
    {
      plan: nodeGroup,
      cell: plan.cell,
      tenantId: plan.tenant.id,
      clusterName: cell.clusterName,
      subnetIds: cell.privateSubnetIds,
      tags: plan.tags,
    },
    opts,
  );
}
