import { awsRules } from "./package-rules/aws.ts";
import { kubernetesRules } from "./package-rules/kubernetes.ts";
import { postgresqlRules } from "./package-rules/postgresql.ts";
import { randomRules } from "./package-rules/random.ts";

import type { ReplacementRules } from "./package-rules/replacement-rules.ts";

type Properties = Readonly<Record<string, unknown>>;

/** Of a type that nothing is known of, and of providers: every change is made in place. */
const inPlace: ReplacementRules = {
  comparable: (inputs) => inputs,
  forcedBy: () => undefined,
  cannotCoexist: () => false,
  updatedOutputs: [],
};

const known = new Map<string, ReplacementRules>();

/**
 * The rules of a type, as the embedded cloud's providers apply them; `provider` are the inputs of its explicit
 * provider, whose settings decide some of them.
 */
export function replacementRules(type: string, provider: Properties | undefined): ReplacementRules {
  if (type.startsWith("kubernetes:")) return kubernetesRules(type, provider ?? {});
  const cached = known.get(type);
  if (cached !== undefined) return cached;
  const rules = awsRules(type) ?? postgresqlRules(type) ?? randomRules(type) ?? inPlace;
  known.set(type, rules);
  return rules;
}
