import { deepEqual, equal, match } from "node:assert/strict";
import { ModelProfiles } from "../../../components/ai/model-profiles.ts";
import type { InferenceProfilePlan } from "../../../model/plan/ai-plan.ts";
import { declared, named, shortNames } from "../../support/declared.ts";
import { cellPlan, tenantPlan } from "../../support/plans.ts";

const profilesOf = (plans: readonly InferenceProfilePlan[]) => declared(() => new ModelProfiles("profiles", plans));
const ownPlans = (id: string) => {
  const { profiles } = tenantPlan(id).ai;
  if (profiles.kind !== "own") throw new Error(`${id} calls the ${profiles.kind}'s profiles`);
  return profiles.profiles;
};

describe("ModelProfiles", () => {
  it("R-AI-5 has one profile a model, named after whom its calls are billed to", async () => {
    const own = await profilesOf(ownPlans("acme-corp"));
    deepEqual(shortNames(own), ["InferenceProfile profiles-claude-3"]);
    match(String(named(own, "profiles-claude-3").inputs["name"]), /t7k3m9qd/);
    const shared = await profilesOf(cellPlan("us-1").ai.profiles);
    deepEqual(shortNames(shared), ["InferenceProfile profiles-claude-3"]);
    match(String(named(shared, "profiles-claude-3").inputs["name"]), /cell-us-1/);
  });

  it("R-AI-1 leads to the source that the plan names, which stays in the residency", async () => {
    const plans = ownPlans("acme-corp");
    const { modelSource, description } = named(await profilesOf(plans), "profiles-claude-3").inputs;
    deepEqual(modelSource, { copyFrom: plans[0]?.sourceArn });
    equal(description, "Calls of claude 3");
    for (const arn of plans[0]?.modelArns ?? ["none"]) match(arn, /^arn:aws:bedrock:us-/);
  });

  it("R-AI-5 declares nothing where no model is sold", async () => {
    deepEqual(await profilesOf([]), []);
  });
});
