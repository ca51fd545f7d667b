import { deepEqual, equal, ok } from "node:assert/strict";
import { ClusterAddons } from "../../../components/compute/cluster-addons.ts";
import { NodeGroup } from "../../../components/compute/node-group.ts";
import { declared, named } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const { cell, cluster, tags } = cellPlan("us-1");
const addons = () =>
  declared(() => {
    const nodes = new NodeGroup("nodes", { plan: cluster, cell, tags, clusterName: "c", subnetIds: [] });
    new ClusterAddons("addons", { clusterName: "c", nodes });
  });

describe("ClusterAddons", () => {
  it("R-ISO-5 installs network, DNS and pods' identity, with network policies enforced", async () => {
    const all = await addons();
    deepEqual(
      all.filter(({ type }) => type.endsWith(":Addon")).map(({ inputs }) => inputs["addonName"]),
      ["coredns", "eks-pod-identity-agent", "kube-proxy", "metrics-server", "vpc-cni"],
    );
    equal(named(all, "addons-vpc-cni").inputs["configurationValues"], '{"enableNetworkPolicy":"true"}');
  });

  it("waits with DNS for nodes, since its pods run on them", async () => {
    const dependencies = named(await addons(), "addons-coredns").options.dependencies ?? [];
    ok(dependencies.some((urn) => urn.endsWith("::nodes")));
  });
});
