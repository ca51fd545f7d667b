import { terraformPlan } from "../../fleet/formats/terraform-plan.ts";
import type { SynthesisedResource, SynthesisedStack } from "../../fleet/synth/synthesised-stack.ts";

type Fields = Readonly<Record<string, unknown>>;

/** One resource of a section of a plan. */
export interface PlanResource {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly mode: string;
  readonly provider_name: string;
  readonly values: Fields;
  readonly expressions: Readonly<Record<string, unknown>>;
  readonly change: { readonly actions: readonly string[]; readonly after: Fields; readonly after_unknown: Fields };
}

/** The parts of a plan's JSON form that tests read. */
export interface PlanDocument {
  readonly format_version: string;
  readonly terraform_version: string;
  readonly planned_values: { readonly root_module: { readonly resources: readonly PlanResource[] } };
  readonly resource_changes: readonly PlanResource[];
  readonly configuration: {
    readonly provider_config: Fields;
    readonly root_module: { readonly resources: readonly PlanResource[] };
  };
}

/** The plan of a stack, parsed. */
export const planOf = (stack: SynthesisedStack): PlanDocument => JSON.parse(terraformPlan(stack).text) as PlanDocument;

/** A stack of the given resources, each with `type`, `name` and `inputs`; what is left out is empty. */
export function stackOf(
  resources: readonly (Partial<SynthesisedResource> & Pick<SynthesisedResource, "type" | "name">)[],
  predicted: SynthesisedStack["predicted"] = [],
): SynthesisedStack {
  return {
    stack: "example",
    outputs: {},
    predicted,
    resources: resources.map((resource) => ({ urn: urn(resource.name), inputs: {}, options: {}, ...resource })),
  };
}

/** The URN of a resource of `stackOf`. */
export const urn = (name: string): string => `urn:pulumi:example::tenantry::example::${name}`;
