import rulesByType from "../../../catalog/replacements/random.json" with { type: "json" };
import type { ReplacementRules } from "./replacement-rules.ts";

/** The rules of a type of the package `random`, which draws anew for every change; undefined for any other. */
export function randomRules(type: string): ReplacementRules | undefined {
  if (!Object.hasOwn(rulesByType, type)) return undefined;
  return {
    comparable: (inputs) => inputs,
    forcedBy: () => "ours",
    cannotCoexist: () => false,
    updatedOutputs: [],
  };
}
