import { awsRules } from "./package-rules/aws.ts";
import { kubernetesRules } from "./package-rules/kubernetes.ts";
import { postgresqlRules } from "./package-rules/postgresql.ts";
import { randomRules } from "./package-rules/random.ts";
import type { PropertyPath } from "./property-path.ts";
import type { RuleSource } from "./stack-difference.ts";

type Properties = Readonly<Record<string, unknown>>;

/** How a provider compares one type's recorded inputs with new ones. */
export interface ReplacementRules {
  /** Inputs in the form in which the provider compares them: defaults filled in, documents as text, sets in order. */
  readonly comparable: (inputs: Properties) => Properties;
  /** Who says that a change at `path` cannot be made in place; undefined where it can. */
  readonly forcedBy: (path: PropertyPath, before: Properties) => RuleSource | undefined;
  /** Whether old and new cannot exist at once, since both have the same name. */
  readonly cannotCoexist: (before: Properties, after: Properties) => boolean;
  /** Input that the provider makes up from the logical name where the program gives none. */
  readonly madeUpName?: string;
  /** Outputs that an update changes. */
  readonly updatedOutputs: readonly string[];
}

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
