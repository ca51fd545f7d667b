import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { findModel, modelAliases } from "../../../catalog/models/index.ts";
import type { BedrockModel } from "../../../model/ai-model.ts";
import { routeOf } from "../../../model/plan/plan-ai.ts";
import { findPlanProblems } from "../../../model/plan/plan-problems.ts";
import { planTenant } from "../../../model/plan/plan-tenant.ts";
import { isResident, regionsOf, residencies } from "../../../model/residency.ts";
import { cellPlan, tenantPlan } from "../../support/plans.ts";
import { application, cellNamed, fleet, resolved, tenantHead, tierNamed } from "../../support/tenant-sources.ts";

const us = cellNamed("us-1");
const plan = (yaml: string) => planTenant(resolved(yaml), us, fleet, application).ai;
const granting = (alias: string) => {
  const { spec, declared } = tierNamed("professional");
  const tier = structuredClone(declared.value) as typeof spec;
  tier.configuration.ai_configuration.model_access[alias] = true;
  const source = { spec: tier, declared: { ...declared, value: tier } };
  return resolved(tenantHead("professional", "schema"), { tier: source });
};
const model = (alias: string) => findModel(alias) as BedrockModel;

describe("planAi", () => {
  it("R-AI-1 grants what the tier sells, less what the tenant switches off", () => {
    const off = plan(tenantHead("professional", "schema", "overrides: { ai_configuration.model_access.gpt-4: false }"));
    deepEqual(off.outsideModels, []);
    deepEqual(plan(tenantHead("professional", "schema")).outsideModels, [
      {
        alias: "gpt-4",
        vendor: "OpenAI",
        secretName: "tenantry-sandbox/tenant-t7k3m9qd/ai-providers/openai",
        endpoint: "https://api.openai.com/v1",
      },
    ]);
  });

  it("R-AI-1 calls in the cell's own Region where it can, and through a profile of the residency where it cannot", () => {
    deepEqual(routeOf(model("claude-3"), us), { kind: "region", regions: ["us-east-1"] });
    deepEqual(routeOf(model("claude-haiku-4-5"), us), {
      kind: "profile",
      profileId: "us.anthropic.claude-haiku-4-5-20251001-v1:0",
      regions: ["us-east-1", "us-east-2", "us-west-2"],
    });
  });

  it("R-CMP-4 never routes a call outside the residency, wherever a cell is", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...residencies),
        fc.nat(),
        fc.constantFrom(...modelAliases()),
        (residency, nth, alias) => {
          const regions = regionsOf(residency);
          const region = regions[nth % regions.length] ?? "";
          const found = model(alias);
          if (found.provider !== "bedrock") return;
          const route = routeOf(found, { region, residency });
          equal(
            (route?.regions ?? []).every((each) => isResident(each, residency)),
            true,
          );
        },
      ),
    );
  });

  it("R-AI-1 refuses a model that the catalog does not have, at its line of the tier, and takes one that it has", () => {
    const [problem] = findPlanProblems(granting("claude-9"), us);
    equal(problem?.code, "AI_MODEL_UNKNOWN");
    equal(problem?.path, "configuration.ai_configuration.model_access.claude-9");
    deepEqual(findPlanProblems(granting("claude-haiku-4-5"), us), []);
  });

  it("R-CMP-4 R-AI-1 refuses a model that the cell cannot reach inside the residency", () => {
    const swiss = { ...us, region: "eu-central-2", residency: "ch", recovery_region: "eu-central-2" };
    const codes = findPlanProblems(
      resolved(tenantHead("professional", "schema").replace("residency: us", "residency: ch")),
      swiss,
    );
    deepEqual(
      codes.map(({ code, path }) => `${code} ${path}`),
      ["AI_MODEL_UNREACHABLE configuration.ai_configuration.model_access.claude-3"],
    );
  });

  it("R-AI-3 shares the cell's guardrail until a tenant's own settings differ from its tier's", () => {
    equal(plan(tenantHead("professional", "schema")).guardrail.kind, "cell");
    const own = "overrides: { ai_configuration.safety_settings.safety_threshold: 0.9 }";
    equal(plan(tenantHead("professional", "schema", own)).guardrail.kind, "own");
    equal(tenantPlan("northwind-freight").ai.guardrail.kind, "own");
  });

  it("R-AI-6 says in the plan that a model ends, and what to move to", () => {
    equal(
      tenantPlan("blue-kite").notices.find((notice) => notice.includes("claude-3")),
      "The AI model claude-3 (Claude 3 Haiku) is announced to end; a call fails from that day. Move to claude-haiku-4-5, and switch claude-3 off.",
    );
  });
});

describe("planCellAi", () => {
  it("R-AI-1 R-AI-3 has the shared level's profiles and one guardrail per distinct policy of the pool", () => {
    const { profiles, guardrails, pools } = cellPlan("us-1").ai;
    deepEqual(
      profiles.map(({ alias }) => alias),
      ["claude-3"],
    );
    equal(guardrails.length, 1);
    deepEqual(Object.keys(pools), ["free", "professional"]);
    deepEqual(cellPlan("umbra-1").ai.pools, {});
  });

  it("R-AI-6 keeps the log of calls for six months at the least", () => {
    equal(cellPlan("us-1").ai.invocationLogRetentionDays, 180);
  });
});
