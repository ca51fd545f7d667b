import { deepEqual, equal, match, throws } from "node:assert/strict";
import { TenantModels } from "../../../components/ai/tenant-models.ts";
import type { TenantPlan } from "../../../model/plan/tenant-plan.ts";
import { cellOutputs } from "../../support/cell-outputs.ts";
import { declared, named, shortNames, statement } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const declare = (plan: TenantPlan, shared: typeof cellOutputs = cellOutputs) =>
  new TenantModels("models", {
    cell: plan.cell,
    plan: plan.ai,
    namespace: plan.compute.namespace,
    kmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/k",
    shared,
    ...(plan.workloadRole.kind === "own" ? { roleName: plan.workloadRole.roleName } : {}),
  });
const modelsOf = (id: string) => declared(() => declare(tenantPlan(id)));

describe("TenantModels", () => {
  it("R-AI-5 gives a tenant from schema up a profile of its own, and a shared one the cell's", async () => {
    deepEqual(shortNames(await modelsOf("blue-kite")), []);
    deepEqual(shortNames(await modelsOf("acme-corp")), ["InferenceProfile models-profiles-claude-3"]);
    deepEqual(shortNames(await modelsOf("northwind-freight")), [
      "RolePolicy models-access",
      "Guardrail models-guardrail",
      "GuardrailVersion models-guardrail-version",
      "InferenceProfile models-profiles-claude-3",
    ]);
  });

  it("R-AI-1 lets a tenant's own role call its models through its profiles and under its guardrail, and none besides", async () => {
    const all = await modelsOf("northwind-freight");
    const access = named(all, "models-access");
    const through = statement(access, "ModelsThroughProfiles");
    deepEqual(through.Resource, ["arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0"]);
    const profile = (statement(access, "ModelProfiles").Resource as string[])[0] ?? "";
    match(profile, /^arn:aws:bedrock:us-east-1:\d{12}:application-inference-profile\/[0-9a-f]{12}$/);
    const guardrail = String(statement(access, "Guardrail").Resource);
    deepEqual(through.Condition, {
      StringEquals: { "bedrock:GuardrailIdentifier": `${guardrail}:1` },
      ArnEquals: { "bedrock:InferenceProfileArn": [profile] },
    });
  });

  it("R-AI-1 lets models of the tenant's own be called by their tag, where the tier sells them", async () => {
    const access = named(await modelsOf("northwind-freight"), "models-access");
    deepEqual(statement(access, "OwnModels").Condition, {
      StringEquals: { "aws:ResourceTag/kubernetes-namespace": tenantPlan("northwind-freight").compute.namespace },
    });
    const plan = tenantPlan("northwind-freight");
    const none = await declared(() => declare({ ...plan, ai: { ...plan.ai, ownModels: false } }));
    throws(() => statement(named(none, "models-access"), "OwnModels"), /no statement OwnModels/);
  });

  it("says what to do where the cell does not have the policy's guardrail yet", () => {
    throws(
      () => declare(tenantPlan("acme-corp"), { ...cellOutputs, guardrailArns: {} }),
      /no guardrail for content policy [0-9a-f]{12}, only for none; bring the cell's stack up to date first/,
    );
    equal(tenantPlan("acme-corp").ai.guardrail.kind, "cell");
  });
});
