import { Addon } from "@pulumi/aws/eks/addon.js";
import * as pulumi from "@pulumi/pulumi";
import type { NodeGroup } from "./node-group.ts";

export interface ClusterAddonsArgs {
  readonly clusterName: pulumi.Input<string>;
  /** DNS runs as pods and becomes healthy on nodes only. */
  readonly nodes: NodeGroup;
}

/** Network policies are declared for every tenant; this add-on setting is what enforces them. */
const networkSettings = JSON.stringify({ enableNetworkPolicy: "true" });

/** What a cluster needs inside before tenants come: network with policies, DNS, pods' identity and measurements. Costs nothing. */
export class ClusterAddons extends pulumi.ComponentResource {
  constructor(name: string, args: ClusterAddonsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:ClusterAddons", name, {}, opts);
    const { clusterName, nodes } = args;
    const inside = { parent: this, ...(opts?.deletedWith === undefined ? {} : { deletedWith: opts.deletedWith }) };
    const addon = (addonName: string, settings: object, more: pulumi.CustomResourceOptions = {}) =>
      new Addon(`${name}-${addonName}`, { clusterName, addonName, ...settings }, { ...inside, ...more });

    addon("vpc-cni", { configurationValues: networkSettings });
    addon("kube-proxy", {});
    addon("eks-pod-identity-agent", {});
    addon("coredns", {}, { dependsOn: [nodes] });
    // Measures what pods use, for their autoscalers.
    addon("metrics-server", {}, { dependsOn: [nodes] });
    this.registerOutputs({});
  }
}
