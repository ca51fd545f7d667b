import { deepEqual, equal } from "node:assert/strict";
import { NodeGroup } from "../../../components/compute/node-group.ts";
import { declared, named, shortNames } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const { cell, cluster } = cellPlan("us-1");
const nodes = (tenantId?: string) =>
  declared(
    () =>
      new NodeGroup("nodes", {
        plan: cluster,
        cell,
        clusterName: "cell-cluster",
        subnetIds: ["subnet-a"],
        tags: { tenant: "acme" },
        ...(tenantId === undefined ? {} : { tenantId }),
      }),
  );

describe("NodeGroup", () => {
  it("R-ISO-4 declares nodes with a role and a launch template", async () => {
    deepEqual(shortNames(await nodes()), [
      "NodeGroup nodes",
      "Role nodes-role",
      "RolePolicyAttachment nodes-role-AmazonEC2ContainerRegistryPullOnly",
      "RolePolicyAttachment nodes-role-AmazonEKSWorkerNodePolicy",
      "RolePolicyAttachment nodes-role-AmazonEKS_CNI_Policy",
      "LaunchTemplate nodes-template",
    ]);
  });

  it("R-ISO-4 keeps the nodes' credentials from pods: IMDSv2, one hop", async () => {
    deepEqual(named(await nodes(), "nodes-template").inputs["metadataOptions"], {
      httpEndpoint: "enabled",
      httpTokens: "required",
      httpPutResponseHopLimit: 1,
    });
  });

  it("R-SEC-3 encrypts every disk, and R-INF-9 tags instances and disks that no transform sees", async () => {
    const { blockDeviceMappings, tagSpecifications } = named(await nodes(), "nodes-template").inputs;
    deepEqual(
      (blockDeviceMappings as { ebs: { encrypted: string } }[]).map(({ ebs }) => ebs.encrypted),
      ["true", "true"],
    );
    deepEqual(
      tagSpecifications,
      ["instance", "volume"].map((resourceType) => ({ resourceType, tags: { tenant: "acme" } })),
    );
  });

  it("R-ISO-5 labels and taints a tenant's nodes with its id, and leaves a cell's open", async () => {
    const own = named(await nodes("acme"), "nodes").inputs;
    deepEqual(own["labels"], { "tenantry.io/tenant": "acme" });
    deepEqual(own["taints"], [{ key: "tenantry.io/tenant", value: "acme", effect: "NO_SCHEDULE" }]);
    const { labels, taints } = named(await nodes(), "nodes").inputs;
    deepEqual([labels, taints], [undefined, undefined]);
  });

  it("leaves the wanted size to whatever scales the group", async () => {
    const { options, inputs } = named(await nodes(), "nodes");
    deepEqual(options.ignoreChanges, ["scalingConfig.desiredSize"]);
    equal((inputs["scalingConfig"] as { minSize: number }).minSize, cluster.minSize);
  });
});
