import { deepEqual, equal, notEqual } from "node:assert/strict";
import { ContentGuardrail } from "../../../components/ai/content-guardrail.ts";
import { planGuardrailPolicy } from "../../../model/plan/plan-guardrail.ts";
import { declared, named, shortNames } from "../../support/declared.ts";
import { tierNamed } from "../../support/tenant-sources.ts";

type Safety = Partial<ReturnType<typeof tierOf>["configuration"]["ai_configuration"]["safety_settings"]>;
const tierOf = () => structuredClone(tierNamed("enterprise").spec);
function policyOf(safety: Safety) {
  const tier = tierOf();
  Object.assign(tier.configuration.ai_configuration.safety_settings, safety);
  return planGuardrailPolicy(tier);
}
async function guardrail(safety: Safety) {
  const policy = policyOf(safety);
  if (policy === undefined) throw new Error("no policy");
  const plan = { guardrailName: "rules", ...policy };
  return await declared(() => new ContentGuardrail("rules", { plan, kmsKeyArn: "arn:aws:kms:us-east-1:1:key/k" }));
}
const filters = (inputs: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    (inputs["contentPolicyConfig"] as { filtersConfigs: { type: string; inputStrength: string }[] }).filtersConfigs.map(
      ({ type, inputStrength }) => [type, inputStrength],
    ),
  );

describe("ContentGuardrail", () => {
  it("R-AI-3 filters content, bias and ungrounded answers at the threshold", async () => {
    const all = await guardrail({});
    deepEqual(shortNames(all), ["Guardrail rules", "GuardrailVersion rules-version"]);
    const { inputs } = named(all, "rules");
    deepEqual(filters(inputs), {
      SEXUAL: "HIGH",
      VIOLENCE: "HIGH",
      MISCONDUCT: "HIGH",
      HATE: "HIGH",
      INSULTS: "HIGH",
      PROMPT_ATTACK: "HIGH",
    });
    deepEqual(inputs["contextualGroundingPolicyConfig"], {
      filtersConfigs: [
        { type: "GROUNDING", threshold: 0.8 },
        { type: "RELEVANCE", threshold: 0.8 },
      ],
    });
    equal(inputs["kmsKeyArn"], "arn:aws:kms:us-east-1:1:key/k");
  });

  it("R-AI-3 leaves out what a tier switches off, and filters less at a lower threshold", async () => {
    const bias = named(await guardrail({ content_filter: false, hallucination_detection: false }), "rules").inputs;
    deepEqual(filters(bias), { HATE: "HIGH", INSULTS: "HIGH", PROMPT_ATTACK: "HIGH" });
    equal(bias["contextualGroundingPolicyConfig"], undefined);
    const lower = named(await guardrail({ safety_threshold: 0.5, bias_detection: false }), "rules").inputs;
    equal(filters(lower)["HATE"], "MEDIUM");
    equal(policyOf({ content_filter: false, bias_detection: false, hallucination_detection: false }), undefined);
  });

  it("R-AI-6 makes another version for another policy alone, and keeps the earlier ones", async () => {
    const version = async (safety: Safety) => named(await guardrail(safety), "rules-version").inputs;
    const sold = await version({});
    equal(sold["skipDestroy"], true);
    equal((await version({ safety_threshold: 0.8 }))["description"], sold["description"]);
    notEqual((await version({ safety_threshold: 0.7 }))["description"], sold["description"]);
  });
});
