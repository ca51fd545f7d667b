import { isDeepStrictEqual } from "node:util";
import { Placeholders } from "../../fleet/state/placeholders.ts";
import { SecretValue, type SynthesisedResource, type SynthesisedStack } from "../../fleet/synth/index.ts";
import { byNature } from "./by-nature.ts";
import type { Difference } from "./difference.ts";
import { type ExportedResource, recordedResource, recordedValue } from "./engine-record.ts";

/** A stack on both sides. */
export interface StackOnBothSides {
  readonly declared: SynthesisedStack;
  readonly recorded: readonly ExportedResource[];
}

/**
 * What of `stack` differs between synth and the engine's record, after each predicted output was replaced by the one
 * that the cloud made for the same URN, and without what differs by nature. Stacks that it refers to are needed for
 * their placeholders alone.
 */
export function differencesOf(stack: StackOnBothSides, referred: readonly StackOnBothSides[]): readonly Difference[] {
  const placeholders = new Placeholders();
  for (const side of [stack, ...referred]) learnFrom(side, placeholders);
  const declared = new Map(stack.declared.resources.map((resource) => [resource.urn, resource]));
  const recorded = new Map(stack.recorded.map((resource) => [resource.urn, recordedResource(resource)]));
  return [...new Set([...declared.keys(), ...recorded.keys()])]
    .flatMap((urn) => differencesIn(urn, declared.get(urn), recorded.get(urn), placeholders))
    .filter((difference) => !byNature.some(({ explains }) => explains(difference)));
}

function learnFrom({ declared, recorded }: StackOnBothSides, placeholders: Placeholders): void {
  const byUrn = new Map(recorded.map((resource) => [resource.urn, resource]));
  for (const { urn, property, value } of declared.predicted) {
    const made = byUrn.get(urn);
    if (made === undefined) continue;
    placeholders.learn(value, property === "id" ? made.id : recordedValue(made.outputs?.[property]));
  }
}

function differencesIn(
  urn: string,
  declared: SynthesisedResource | undefined,
  recorded: SynthesisedResource | undefined,
  placeholders: Placeholders,
): readonly Difference[] {
  if (declared === undefined || recorded === undefined) {
    return [{ urn, where: "", declared: declared?.urn, recorded: recorded?.urn }];
  }
  const inputs = placeholders.resolve(declared.inputs, recorded.inputs) as Readonly<Record<string, unknown>>;
  return [
    ...fieldDifferences(urn, "inputs.", inputs, recorded.inputs),
    ...fieldDifferences(urn, "options.", { ...declared.options }, { ...recorded.options }),
    ...fieldDifferences(urn, "", selfOf(declared), selfOf(recorded)),
  ];
}

const selfOf = ({ type, name, parent }: SynthesisedResource): Readonly<Record<string, unknown>> => ({
  type,
  name,
  parent,
});

function fieldDifferences(
  urn: string,
  prefix: string,
  declared: Readonly<Record<string, unknown>>,
  recorded: Readonly<Record<string, unknown>>,
): readonly Difference[] {
  return [...new Set([...Object.keys(declared), ...Object.keys(recorded)])]
    .filter((field) => !isDeepStrictEqual(revealed(declared[field]), revealed(recorded[field])))
    .map((field) => ({ urn, where: `${prefix}${field}`, declared: declared[field], recorded: recorded[field] }));
}

/** Secrets opened for a comparison, and still told from a plain value. */
function revealed(value: unknown): unknown {
  if (value instanceof SecretValue) return { secret: revealed(value.reveal()) };
  if (Array.isArray(value)) return value.map(revealed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, revealed(field)]));
}
