import { deepEqual, equal, match } from "node:assert/strict";
import { CellApi } from "../../../components/api/cell-api.ts";
import { SecretValue } from "../../../fleet/synth/secret-value.ts";
import { arnOf, declared, keeping, kept, named, released, shortNames, statement } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const cell = (id = "us-1", retention: "kept" | "released" = "kept") => {
  const { api: plan, cell: reference } = cellPlan(id);
  return declared(() => new CellApi("api", { plan, cell: reference, kmsKeyArn: arnOf("kms"), retention }));
};

describe("CellApi", () => {
  it("R-API-1 is one gateway with one stage, a plan per tier that has limits, and the account's way to its logs", async () => {
    deepEqual(shortNames(await cell()), [
      "RestApi api",
      "LogGroup api-access-logs",
      "Account api-account",
      "Role api-log-role",
      "RolePolicyAttachment api-log-role-service-role/AmazonAPIGatewayPushToCloudWatchLogs",
      "UsagePlan api-plan-free",
      "UsagePlan api-plan-professional",
      "Deployment api-routes",
      "Integration api-routes-integration",
      "Method api-routes-method",
      "Resource api-routes-path",
      "Resource api-routes-tenant",
      "RequestValidator api-routes-validator",
      "Stage api-stage",
    ]);
  });

  it("R-API-1 keeps the access logs when the cell is destroyed, until they are let go", async () => {
    deepEqual(keeping(named(await cell(), "api-access-logs")), kept);
    deepEqual(keeping(named(await cell("us-1", "released"), "api-access-logs")), released);
  });

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
