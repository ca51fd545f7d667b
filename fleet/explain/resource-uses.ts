import type { SynthesisedResource, SynthesisedStack } from "../synth/synthesised-stack.ts";
import { isWithin } from "./decided-by.ts";
import { differingProperties, type PropertyPath, showProperty } from "./property-values.ts";

/** A resource that a value is used by. */
export interface ResourceUse {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** Properties that follow the value; empty where only its being there does. */
  readonly properties: readonly PropertyPath[];
  /** Options of the resource that follow it, e.g. `protect`. */
  readonly options: readonly string[];
  /** Whether the resource is there at all depends on the value: it goes, or comes, with another one. */
  readonly presence?: "goes" | "comes";
}

/** Type under which a stack's own outputs are listed. */
const outputsType = "outputs of the stack";

/** Order and references say nothing that the properties don't. */
const listedOptions = ["protect", "retainOnDelete", "deletedWith", "deleteBeforeReplace", "provider"] as const;

/** Components declare nothing of their own; references are read, not made. */
const isDeclared = ({ type }: SynthesisedResource): boolean =>
  !type.startsWith("tenantry:") && !type.startsWith("pulumi:pulumi:");

/** What another value did to a stack, resource by resource, in the base's order. */
export function usesBetween(base: SynthesisedStack, variant: SynthesisedStack): readonly ResourceUse[] {
  const after = new Map(variant.resources.filter(isDeclared).map((resource) => [resource.urn, resource]));
  const before = new Set(base.resources.map(({ urn }) => urn));
  const kept = base.resources.filter(isDeclared).flatMap((resource) => changeOf(resource, after.get(resource.urn)));
  const come = [...after.values()].filter(({ urn }) => !before.has(urn)).map((resource) => wholly(resource, "comes"));
  const outputs = differingProperties(base.outputs, variant.outputs);
  const published: ResourceUse[] =
    outputs.length === 0 ? [] : [{ urn: "", type: outputsType, name: base.stack, properties: outputs, options: [] }];
  return [...kept, ...come, ...published];
}

const wholly = ({ urn, type, name }: SynthesisedResource, presence: "goes" | "comes"): ResourceUse => ({
  urn,
  type,
  name,
  properties: [],
  options: [],
  presence,
});

function changeOf(resource: SynthesisedResource, after: SynthesisedResource | undefined): readonly ResourceUse[] {
  if (after === undefined) return [wholly(resource, "goes")];
  const properties = differingProperties(resource.inputs, after.inputs);
  const options = listedOptions.filter((option) => resource.options[option] !== after.options[option]);
  const { urn, type, name } = resource;
  return properties.length + options.length === 0 ? [] : [{ urn, type, name, properties, options }];
}

/** What several values of one setting did, put together: a resource once, with all that follows it. */
export function mergeUses(uses: readonly ResourceUse[]): readonly ResourceUse[] {
  const merged = new Map<string, ResourceUse>();
  for (const use of uses) {
    const known = merged.get(use.urn);
    merged.set(use.urn, known === undefined ? use : together(known, use));
  }
  return [...merged.values()];
}

/** A list that another value makes longer is named by what follows inside it, where something does. */
const isAbove = (shown: string, others: readonly string[]): boolean =>
  others.some((other) => other !== shown && isWithin(other, shown));

function together(one: ResourceUse, other: ResourceUse): ResourceUse {
  const properties = new Map([...one.properties, ...other.properties].map((path) => [showProperty(path), path]));
  const presence = one.presence ?? other.presence;
  return {
    ...one,
    properties: [...properties].filter(([shown]) => !isAbove(shown, [...properties.keys()])).map(([, path]) => path),
    options: [...new Set([...one.options, ...other.options])],
    ...(presence === undefined ? {} : { presence }),
  };
}
