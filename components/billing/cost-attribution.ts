import { CostAllocationTag } from "@pulumi/aws/costexplorer/costAllocationTag.js";
import { CostCategory } from "@pulumi/aws/costexplorer/costCategory.js";
import * as pulumi from "@pulumi/pulumi";
import type { CostAttributionPlan } from "../../model/plan/cost-attribution-plan.ts";

const ruleVersion = "CostCategoryExpression.v1";
/** Name of what nobody has to himself. */
const shared = "shared";

/**
 * Whose cost is whose, in the bills of the whole fleet: by tenant from the tag, and by tier with the shared cost split.
 *
 * Tags are counted from the day on which they are switched on, and AWS knows a key about a day after the first resource
 * that carries it. Categories and tags are the organisation's management account's. Costs nothing.
 */
export class CostAttribution extends pulumi.ComponentResource {
  constructor(name: string, plan: CostAttributionPlan, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CostAttribution", name, {}, opts);
    const parent = { parent: this };
    const tags = plan.tagKeys.map(
      (tagKey) => new CostAllocationTag(`${name}-tag-${tagKey}`, { tagKey, status: "Active" }, parent),
    );
    const afterTags = { ...parent, dependsOn: tags };

    new CostCategory(
      `${name}-tenants`,
      {
        name: plan.tenantCategoryName,
        ruleVersion,
        rules: [{ type: "INHERITED_VALUE", inheritedValue: { dimensionName: "TAG", dimensionKey: "tenant" } }],
        defaultValue: shared,
      },
      afterTags,
    );
    new CostCategory(`${name}-tiers`, tiersOf(plan), afterTags);
    this.registerOutputs({});
  }
}

/** What a tier's tenants own is the tier's; what cells and control plane cost is split by what each tier already costs. */
function tiersOf({ tierCategoryName, tiers }: CostAttributionPlan) {
  const tagged = (key: string, values: readonly string[]) => ({
    tags: { key, values: [...values], matchOptions: ["EQUALS"] },
  });
  return {
    name: tierCategoryName,
    ruleVersion,
    rules: [
      ...tiers.map((tier) => ({ type: "REGULAR", value: tier, rule: tagged("tier", [tier]) })),
      { type: "REGULAR", value: shared, rule: tagged("cost-allocation", ["cell", "control-plane"]) },
    ],
    splitChargeRules: [{ source: shared, targets: [...tiers], method: "PROPORTIONAL" }],
  };
}
