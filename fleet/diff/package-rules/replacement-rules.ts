import type { PropertyPath } from "../property-path.ts";
import type { RuleSource } from "../stack-difference.ts";

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
