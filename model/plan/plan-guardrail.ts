import { createHash } from "node:crypto";
import type { TierSpec } from "../specs/tier-spec.ts";
import type { GuardrailPlan } from "./ai-plan.ts";

type Policy = Omit<GuardrailPlan, "guardrailName">;

/** Bedrock filters by strength, not by score: a higher threshold asks for a stronger filter. */
function strengthOf(threshold: number): GuardrailPlan["filterStrength"] {
  if (threshold >= 0.75) return "HIGH";
  return threshold >= 0.5 ? "MEDIUM" : "LOW";
}

/** The policy that a tier's safety settings stand for; undefined where they switch every filter off. */
export function planGuardrailPolicy({ configuration }: TierSpec): Policy | undefined {
  const { content_filter, bias_detection, hallucination_detection, safety_threshold } =
    configuration.ai_configuration.safety_settings;
  if (!(content_filter || bias_detection || hallucination_detection)) return undefined;
  const policy = {
    contentFilter: content_filter,
    biasFilter: bias_detection,
    ...(hallucination_detection ? { groundingThreshold: safety_threshold } : {}),
    filterStrength: strengthOf(safety_threshold),
  };
  const policyDigest = createHash("sha256").update(JSON.stringify(policy)).digest("hex").slice(0, 12);
  return { ...policy, policyDigest };
}
