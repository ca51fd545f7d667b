import { AccessEntry } from "@pulumi/aws/eks/accessEntry.js";
import { AccessPolicyAssociation } from "@pulumi/aws/eks/accessPolicyAssociation.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";

export interface ClusterAdministratorsArgs {
  readonly cell: CellReference;
  readonly clusterName: pulumi.Input<string>;
  /** IAM roles; without any, nobody but the cluster's creator administers it. */
  readonly administratorArns: readonly string[];
}

/** Who administers a cluster, by EKS access entries: an IAM role each, seen in the account's trail. Costs nothing. */
export class ClusterAdministrators extends pulumi.ComponentResource {
  constructor(name: string, args: ClusterAdministratorsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:ClusterAdministrators", name, {}, opts);
    const { cell, clusterName, administratorArns } = args;
    const inside = { parent: this, ...(opts?.deletedWith === undefined ? {} : { deletedWith: opts.deletedWith }) };
    for (const principalArn of administratorArns) {
      const label = principalArn.split("/").at(-1) ?? principalArn;
      const entry = new AccessEntry(`${name}-${label}`, { clusterName, principalArn }, inside);
      new AccessPolicyAssociation(
        `${name}-${label}-policy`,
        {
          clusterName,
          principalArn: entry.principalArn,
          policyArn: `arn:${cell.partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy`,
          accessScope: { type: "cluster" },
        },
        inside,
      );
    }
    this.registerOutputs({});
  }
}
