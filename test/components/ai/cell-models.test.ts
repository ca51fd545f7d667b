import { deepEqual, equal, match } from "node:assert/strict";
import { CellModels } from "../../../components/ai/cell-models.ts";
import type { Retention } from "../../../components/retention.ts";
import { arnOf, declared, keeping, kept, named, released, shortNames, statement } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const models = (retention: Retention = "kept", id = "us-1") => {
  const { ai: plan, cell } = cellPlan(id);
  return declared(() => new CellModels("models", { plan, cell, retention, kmsKeyArn: arnOf("kms") }));
};

describe("CellModels", () => {
  it("R-AI-3 R-AI-5 has the shared level's profiles, a guardrail per distinct policy, and the log of calls", async () => {
    deepEqual(shortNames(await models()), [
      "Guardrail models-guardrail-ad93e2642a5a",
      "GuardrailVersion models-guardrail-ad93e2642a5a-version",
      "InvocationLoggingConfiguration models-invocations",
      "LogGroup models-invocations",
      "Role models-invocations-role",
      "RolePolicy models-invocations-role-policy",
      "InferenceProfile models-profiles-claude-3",
    ]);
    equal(named(await models(), "models-guardrail-ad93e2642a5a").inputs["kmsKeyArn"], await arnOf("kms"));
  });

  it("R-AI-6 logs the words of each call, and no pictures, under the cell's key and for the plan's days", async () => {
    const all = await models();
    const { loggingConfig } = named(all, "models-invocations", "InvocationLoggingConfiguration").inputs;
    const { cloudwatchConfig, ...delivered } = loggingConfig as Record<string, unknown>;
    deepEqual(delivered, {
      textDataDeliveryEnabled: true,
      embeddingDataDeliveryEnabled: false,
      imageDataDeliveryEnabled: false,
      videoDataDeliveryEnabled: false,
    });
    const { invocationLogGroupName, invocationLogRetentionDays } = cellPlan("us-1").ai;
    const { name, kmsKeyId, retentionInDays } = named(all, "models-invocations", "LogGroup").inputs;
    deepEqual(
      [name, kmsKeyId, retentionInDays],
      [invocationLogGroupName, await arnOf("kms"), invocationLogRetentionDays],
    );
    equal((cloudwatchConfig as { logGroupName: string }).logGroupName, invocationLogGroupName);
  });

  it("R-AI-6 lets Bedrock, asked by this account alone, write to that one stream", async () => {
    const all = await models();
    const { Action, Resource } = statement(named(all, "models-invocations-role-policy"), "InvocationLogs");
    deepEqual(Action, ["logs:CreateLogStream", "logs:PutLogEvents"]);
    match(String(Resource), /:log-group:[^*]+:log-stream:aws\/bedrock\/modelinvocations$/);
    const trust = String(named(all, "models-invocations-role").inputs["assumeRolePolicy"]);
    match(trust, /"Service":"bedrock\.amazonaws\.com"/);
    match(trust, /"aws:SourceAccount":"111122223333"/);
  });

  it("R-AI-6 keeps the log when the cell is destroyed, until it is let go", async () => {
    deepEqual(keeping(named(await models(), "models-invocations", "LogGroup")), kept);
    deepEqual(keeping(named(await models("released"), "models-invocations", "LogGroup")), released);
  });
});
