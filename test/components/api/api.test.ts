import { deepEqual, equal, match, throws } from "node:assert/strict";
import { CellApi } from "../../../components/api/cell-api.ts";
import { TenantApi } from "../../../components/api/tenant-api.ts";
import { SecretValue } from "../../../fleet/synth/secret-value.ts";
import { cellOutputs } from "../../support/cell-outputs.ts";
import { arnOf, declared, named, shortNames, statement } from "../../support/declared.ts";
import { cellPlan, tenantPlan } from "../../support/plans.ts";

const tenant = (id: string, enabled = true) =>
  declared(() => new TenantApi("api", { plan: tenantPlan(id).api, cell: cellOutputs, enabled }));
const cell = (id = "us-1") => {
  const { api: plan, cell: reference } = cellPlan(id);
  return declared(() => new CellApi("api", { plan, cell: reference, kmsKeyArn: arnOf("kms"), retention: "kept" }));
};

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

describe("CellApi", () => {
  it("R-API-1 asks for a key at every path, and validates what comes", async () => {
    const all = await cell();
    const { apiKeyRequired, httpMethod, requestParameters, requestValidatorId } = named(
      all,
      "api-routes-method",
    ).inputs;
    deepEqual([apiKeyRequired, httpMethod], [true, "ANY"]);
    deepEqual(requestParameters, { "method.request.path.tenant": true, "method.request.path.proxy": true });
    equal(typeof requestValidatorId, "string");
    match(String(named(all, "api-routes-integration").inputs["uri"]), /^https:\/\/\{tenant\}\.[\w.-]+\/\{proxy\}$/);
  });

  it("R-API-1 R-SEC-9 speaks modern TLS alone, and is invoked at its stage alone", async () => {
    const { securityPolicy, endpointAccessMode } = named(await cell(), "api").inputs;
    deepEqual([securityPolicy, endpointAccessMode], ["SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09", "STRICT"]);
    equal(statement(named(await cell(), "api"), "Stage").Resource, "execute-api:/live/*");
  });

  it("R-API-1 logs each request without the key's value, under the cell's key", async () => {
    const all = await cell();
    const { accessLogSettings } = named(all, "api-stage").inputs as { accessLogSettings: { format: string } };
    equal(/apiKey\b(?!Id)|header|querystring/.test(accessLogSettings.format), false);
    match(accessLogSettings.format, /identity\.apiKeyId/);
    equal(named(all, "api-access-logs").inputs["kmsKeyId"], await arnOf("kms"));
  });

  it("R-API-1 has one usage plan per distinct set of limits", async () => {
    const plans = (await cell()).filter(({ type }) => type.endsWith(":UsagePlan"));
    deepEqual(
      plans.map(({ name, inputs }) => [name, inputs["quotaSettings"]]),
      [
        ["api-plan-free", { limit: 2400, period: "DAY" }],
        ["api-plan-professional", { limit: 240_000, period: "DAY" }],
      ],
    );
    equal((await cell("umbra-1")).filter(({ type }) => type.endsWith(":UsagePlan")).length, 0);
  });

  it("holds no secret among what it declares", async () => {
    const values = (await cell()).flatMap(({ inputs }) => Object.values(inputs));
    equal(
      values.some((value) => value instanceof SecretValue),
      false,
    );
  });
});
