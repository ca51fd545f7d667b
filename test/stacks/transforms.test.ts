import { deepEqual, equal } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { synthesise } from "../../fleet/synth/synthesise.ts";
import type { SynthesisedResource } from "../../fleet/synth/synthesised-stack.ts";
import { cellStack } from "../../stacks/cell-stack.ts";
import { cellPlan, tenantPlan } from "../support/plans.ts";
import { synthesisedTenant } from "../support/synthesised-tenant.ts";

/** Whether the package's declaration of a type knows tags that the provider computes. */
function isTaggable(type: string): boolean {
  const path = type.split(":")[1] ?? "";
  return readFileSync(`node_modules/@pulumi/aws/${path}.d.ts`, "utf8").includes("readonly tagsAll: ");
}
const awsOnly = (resources: readonly SynthesisedResource[]) => resources.filter(({ type }) => type.startsWith("aws:"));

describe("tagEverything", () => {
  it("R-INF-9 tags every resource of a tenant that can be tagged, and gives no other one tags", async () => {
    const plan = tenantPlan("northwind-freight");
    const resources = awsOnly((await synthesisedTenant(plan)).resources);
    equal(resources.length > 30, true);
    for (const { type, name, inputs } of resources) {
      deepEqual(inputs["tags"], isTaggable(type) ? plan.tags : undefined, name);
    }
  });

  it("R-INF-9 tags what a cell's tenants share as the cell's, and keeps a resource's own tags beside", async () => {
    const plan = cellPlan("us-1");
    const { resources } = await synthesise(() => ({ ...cellStack(plan) }), { stack: "cell-us-1" });
    for (const { type, name, inputs } of awsOnly(resources)) {
      if (!isTaggable(type)) continue;
      const own = type.endsWith(":Subnet") ? { "kubernetes.io/role/internal-elb": "1" } : {};
      deepEqual(inputs["tags"], { ...plan.tags, ...own }, name);
    }
  });
});
