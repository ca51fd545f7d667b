import { deepEqual, equal, throws } from "node:assert/strict";
import { TenantApi } from "../../../components/api/tenant-api.ts";
import { cellOutputs } from "../../support/cell-outputs.ts";
import { declared, named, shortNames } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const tenant = (id: string, enabled = true) =>
  declared(() => new TenantApi("api", { plan: tenantPlan(id).api, cell: cellOutputs, enabled }));

describe("TenantApi", () => {
  it("R-API-1 has a key whose value the service makes up, in the cell's plan for the tier", async () => {
    const all = await tenant("acme-corp");
    deepEqual(shortNames(all), ["ApiKey api", "UsagePlanKey api-plan-key"]);
    equal("value" in named(all, "api").inputs, false);
    const { usagePlanId, keyType } = named(all, "api-plan-key").inputs;
    deepEqual([usagePlanId, keyType], [cellOutputs.apiUsagePlanIds["professional"], "API_KEY"]);
  });

  it("R-API-1 keeps the key's value secret wherever the service answers with it", async () => {
    const { additionalSecretOutputs = [] } = named(await tenant("acme-corp"), "api-plan-key").options;
    deepEqual(additionalSecretOutputs, ["value"]);
    deepEqual(named(await tenant("acme-corp"), "api").options.additionalSecretOutputs, ["value"]);
  });

  it("R-API-1 has a plan of its own from database up, with exactly what is sold, and none of what is unlimited", async () => {
    const { throttleSettings, quotaSettings, apiStages } = named(await tenant("northwind-freight"), "api-plan").inputs;
    deepEqual(throttleSettings, { rateLimit: 276.388888, burstLimit: 5000 });
    deepEqual(quotaSettings, { limit: 24_000_000, period: "DAY" });
    deepEqual(apiStages, [{ apiId: "cellapi001", stage: "live" }]);
    const open = named(await tenant("umbra-health"), "api-plan").inputs;
    deepEqual(["throttleSettings" in open, "quotaSettings" in open], [false, false]);
  });

  it("R-LC-4 refuses the callers of a suspended tenant, and keeps its key", async () => {
    deepEqual(
      [named(await tenant("acme-corp", false), "api").inputs["enabled"], (await tenant("acme-corp", false)).length],
      [false, 2],
    );
  });

  it("says what to do where the cell has no plan for the tier", () => {
    const plan = tenantPlan("acme-corp").api;
    const { professional: _gone, ...apiUsagePlanIds } = cellOutputs.apiUsagePlanIds;
    throws(
      () => new TenantApi("api", { plan, cell: { ...cellOutputs, apiUsagePlanIds }, enabled: true }),
      /no usage plan for the tier professional, only for free; add the tier to the cell's file/,
    );
  });
});
