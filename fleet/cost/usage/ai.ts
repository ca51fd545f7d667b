import { findModel } from "../../../catalog/models/index.ts";
import type { TenantPlan } from "../../../model/plan/tenant-plan.ts";
import { charges, type UsageRule } from "./usage-charge.ts";

/** Tokens of Amazon Bedrock's models, and the guardrail on both ways. A model outside AWS is paid with the tenant's key. */
export const intelligence: UsageRule = ({ plan, used: { aiTokens }, shape }) => {
  const models = bedrockModels(plan);
  const units = (aiTokens.input + aiTokens.output) / shape.tokensPerTextUnit.amount;
  const { guardrail } = plan.ai;
  return models.length === 0
    ? []
    : [
        // Nobody knows which of them is asked more often.
        ...models.flatMap((id) =>
          charges("AI", {
            [`bedrock.${id}.input`]: aiTokens.input / models.length,
            [`bedrock.${id}.output`]: aiTokens.output / models.length,
          }),
        ),
        ...charges("AI", {
          "bedrock.guardrail.content": guardrail.kind === "none" ? 0 : units,
          "bedrock.guardrail.grounding": isGrounded(plan) ? units : 0,
        }),
      ];
};

function bedrockModels({ ai: { profiles } }: TenantPlan): readonly string[] {
  const aliases = profiles.kind === "own" ? profiles.profiles.map(({ alias }) => alias) : profiles.aliases;
  return aliases.flatMap((alias) => {
    const model = findModel(alias);
    return model?.provider === "bedrock" ? [model.modelId] : [];
  });
}

/** A guardrail of the cell's is the tier's, which is taken to look at sources as the tenant's own would. */
function isGrounded({ ai: { guardrail } }: TenantPlan): boolean {
  return (
    guardrail.kind === "cell" || (guardrail.kind === "own" && guardrail.guardrail.groundingThreshold !== undefined)
  );
}
