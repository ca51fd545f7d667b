import { compareStacks } from "../../../fleet/diff/compare-stacks.ts";
import { isCustom } from "../../../fleet/diff/resource-kinds.ts";
import type { GatedChange, GateFinding } from "../../../fleet/gates/gate.ts";
import { findGateFindings } from "../../../fleet/gates/index.ts";
import type { SynthesisedResource, SynthesisedStack } from "../../../fleet/synth/synthesised-stack.ts";

type Inputs = Readonly<Record<string, unknown>>;
type Edit = (resource: SynthesisedResource) => SynthesisedResource | undefined;

/** A stack in which `edit` was applied to the resource called `name`; undefined takes it away. */
export function changed(stack: SynthesisedStack, name: string, edit: Edit): SynthesisedStack {
  const isMeant = (resource: SynthesisedResource): boolean => resource.name === name && isCustom(resource);
  if (!stack.resources.some(isMeant)) throw new Error(`${stack.stack} has no ${name}`);
  return {
    ...stack,
    resources: stack.resources.flatMap((resource) => (isMeant(resource) ? (edit(resource) ?? []) : [resource])),
  };
}

/** With other inputs; undefined takes one away. */
export const withInputs = (stack: SynthesisedStack, name: string, inputs: Inputs): SynthesisedStack =>
  changed(stack, name, (resource) => ({
    ...resource,
    inputs: Object.fromEntries(
      Object.entries({ ...resource.inputs, ...inputs }).filter(([, value]) => value !== undefined),
    ),
  }));

/** With one resource more, in the place of `like`. */
export function withMore(stack: SynthesisedStack, like: string, name: string, inputs: Inputs): SynthesisedStack {
  const model = stack.resources.find((resource) => resource.name === like && isCustom(resource));
  if (model === undefined) throw new Error(`${stack.stack} has no ${like}`);
  const urn = model.urn.replace(/::[^:]+$/, `::${name}`);
  return { ...stack, resources: [...stack.resources, { ...model, urn, name, inputs: { ...model.inputs, ...inputs } }] };
}

export const inputsOf = (stack: SynthesisedStack, name: string): Inputs => {
  const found = stack.resources.find((resource) => resource.name === name && isCustom(resource));
  if (found === undefined) throw new Error(`${stack.stack} has no ${name}`);
  return found.inputs;
};

const changeFrom = (base: SynthesisedStack | undefined, head: SynthesisedStack | undefined): GatedChange => ({
  stack: head?.stack ?? base?.stack ?? "",
  ...(base === undefined ? {} : { base }),
  ...(head === undefined ? {} : { head }),
  difference: compareStacks(base, head),
});

/** What one gate finds between two stacks, as `resource property: reason`. */
export const foundBy = (
  gate: string,
  base: SynthesisedStack | undefined,
  head: SynthesisedStack | undefined,
): readonly string[] =>
  findGateFindings(changeFrom(base, head))
    .filter((finding) => finding.gate === gate)
    .map(lineOf);

const lineOf = ({ resource, property, reason }: GateFinding): string =>
  `${resource ?? ""} ${property ?? ""}: ${reason}`;
