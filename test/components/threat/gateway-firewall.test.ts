import { deepEqual } from "node:assert/strict";
import type { Retention } from "../../../components/retention.ts";
import { GatewayFirewall } from "../../../components/threat/gateway-firewall.ts";
import type { RateFencePlan } from "../../../model/plan/edge-plan.ts";
import { arnOf, declared, keeping, kept, named, released, shortNames } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const { threat } = cellPlan("us-1");
const firewall = (rate?: RateFencePlan, retention: Retention = "kept") =>
  declared(
    () =>
      new GatewayFirewall("wall", {
        ...threat.firewall,
        ...(rate === undefined ? {} : { rate }),
        logRetentionDays: threat.logRetentionDays,
        stageArn: "arn:aws:apigateway:us-east-1::/restapis/cellapi001/stages/live",
        kmsKeyArn: arnOf("kms"),
        retention,
      }),
  );
interface Rule {
  readonly name: string;
  readonly action?: unknown;
  readonly statement: { readonly rateBasedStatement?: Record<string, unknown> };
}
const rulesOf = async (rate?: RateFencePlan) => named(await firewall(rate), "wall").inputs["rules"] as Rule[];
const managed = ["IpReputationList", "CommonRuleSet", "KnownBadInputsRuleSet", "SQLiRuleSet"];

describe("GatewayFirewall", () => {
  it("R-SEC-5 stands before the stage of the Region's gateway with AWS' own rules", async () => {
    const all = await firewall();
    deepEqual(shortNames(all), [
      "WebAcl wall",
      "WebAclAssociation wall-gateway",
      "WebAclLoggingConfiguration wall-logging",
      "LogGroup wall-logs",
    ]);
    const { name, scope } = named(all, "wall").inputs;
    deepEqual([name, scope], ["tenantry-sandbox-cell-us-1-api", "REGIONAL"]);
    deepEqual(
      named(all, "wall-gateway").inputs["resourceArn"],
      "arn:aws:apigateway:us-east-1::/restapis/cellapi001/stages/live",
    );
    deepEqual(
      (await rulesOf()).map((rule) => rule.name.replace(/AWSManagedRules(Amazon)?/, "")),
      managed,
    );
  });

  it("R-SEC-5 refuses one caller's flood by its key, at the limit that was sold, and makes none of unlimited", async () => {
    const [fence] = await rulesOf({ requests: 833, windowSeconds: 300 });
    deepEqual(fence?.action, { block: { customResponse: { responseCode: 429 } } });
    deepEqual(fence?.statement.rateBasedStatement, {
      limit: 833,
      evaluationWindowSec: 300,
      aggregateKeyType: "CUSTOM_KEYS",
      customKeys: [{ header: { name: "x-api-key", textTransformations: [{ priority: 0, type: "LOWERCASE" }] } }],
    });
    deepEqual(
      (await rulesOf()).filter(({ statement }) => statement.rateBasedStatement !== undefined),
      [],
    );
  });

  it("R-SEC-3 R-SEC-7 writes down what it thought, encrypted and without keys, and keeps it unless released", async () => {
    const all = await firewall();
    const logs = named(all, "wall-logs");
    const { name, retentionInDays, kmsKeyId } = logs.inputs;
    deepEqual([name, retentionInDays, kmsKeyId], ["aws-waf-logs-tenantry-sandbox-cell-us-1", 90, arnOf("kms")]);
    deepEqual(named(all, "wall-logging").inputs["redactedFields"], [
      { singleHeader: { name: "authorization" } },
      { singleHeader: { name: "x-api-key" } },
    ]);
    deepEqual(keeping(logs), kept);
    deepEqual(keeping(named(await firewall(undefined, "released"), "wall-logs")), released);
  });
});
