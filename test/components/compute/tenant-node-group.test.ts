import { deepEqual } from "node:assert/strict";
import { TenantNodeGroup } from "../../../components/compute/tenant-node-group.ts";
import { declared, named } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

describe("TenantNodeGroup", () => {
  it("R-ISO-5 declares nodes that are tainted with the tenant's id, in the planned sizes", async () => {
    const { cell, compute, tags } = tenantPlan("northwind-freight");
    const { nodeGroup } = compute;
    const resources = await declared(() => {
      if (nodeGroup === undefined) throw new Error("an enterprise tenant has nodes of its own");
      new TenantNodeGroup("own", {
        plan: nodeGroup,
        cell,
        tenantId: "northwind-freight",
        clusterName: "cell-cluster",
        subnetIds: ["subnet-a"],
        tags,
      });
    });
    const { nodeGroupName, taints, scalingConfig } = named(resources, "own-nodes").inputs;
    deepEqual(
      [nodeGroupName, taints, scalingConfig],
      [
        nodeGroup?.nodeGroupName,
        [{ key: "tenantry.io/tenant", value: "northwind-freight", effect: "NO_SCHEDULE" }],
        { minSize: nodeGroup?.minSize, maxSize: nodeGroup?.maxSize, desiredSize: nodeGroup?.minSize },
      ],
    );
  });
});
