import { deepEqual, equal, ok } from "node:assert/strict";
import { CostAttribution } from "../../../components/billing/cost-attribution.ts";
import { planCostAttribution } from "../../../model/plan/plan-cost-attribution.ts";
import { declared, named } from "../../support/declared.ts";
import { cellPlan, tenantPlan } from "../../support/plans.ts";
import { cellNamed } from "../../support/tenant-sources.ts";

const plan = planCostAttribution("tenantry-sandbox", [cellNamed("us-1"), cellNamed("umbra-1")]);
const all = () => declared(() => new CostAttribution("costs", plan));

describe("CostAttribution", () => {
  it("R-BIL-3 switches on every tag that bills are told apart by, each of which resources carry", async () => {
    const tags = (await all()).filter(({ type }) => type.endsWith(":CostAllocationTag"));
    deepEqual(
      tags.map(({ inputs }) => [inputs["tagKey"], inputs["status"]]),
      plan.tagKeys.map((key) => [key, "Active"]),
    );
    const carried = new Set([...Object.keys(tenantPlan("acme-corp").tags), ...Object.keys(cellPlan("us-1").tags)]);
    deepEqual(
      plan.tagKeys.filter((key) => !carried.has(key)),
      [],
    );
  });

  it("R-BIL-3 tells tenants apart by their tag, one rule for all of them", async () => {
    const { rules, defaultValue } = named(await all(), "costs-tenants").inputs;
    deepEqual(rules, [{ type: "INHERITED_VALUE", inheritedValue: { dimensionName: "TAG", dimensionKey: "tenant" } }]);
    equal(defaultValue, "shared");
  });

  it("R-BIL-3 splits what is shared among all tiers, in proportion to what each costs by itself", async () => {
    const { rules, splitChargeRules } = named(await all(), "costs-tiers").inputs as {
      rules: { value: string; rule: unknown }[];
      splitChargeRules: unknown;
    };
    deepEqual(
      rules.map(({ value }) => value),
      ["custom", "enterprise", "free", "professional", "shared"],
    );
    deepEqual(splitChargeRules, [
      { source: "shared", targets: ["custom", "enterprise", "free", "professional"], method: "PROPORTIONAL" },
    ]);
    ok(JSON.stringify(rules[4]).includes('"cost-allocation","values":["cell","control-plane"]'));
  });
});
