import { isDeepStrictEqual } from "node:util";
import { SecretValue, type SynthesisedResource, type SynthesisedStack } from "../../fleet/synth/index.ts";
import {
  type ExportedResource,
  isDefaultProvider,
  recordedResource,
  recordedValue,
  withoutUnrecorded,
} from "./engine-record.ts";
import { Placeholders } from "./placeholders.ts";

/** One thing that synth says and the engine does not, or the other way round. */
export interface Difference {
  readonly urn: string;
  /** `inputs.tags`, `options.protect` …; empty where the resource is on one side alone. */
  readonly where: string;
  readonly declared: unknown;
  readonly recorded: unknown;
}

/** A stack on both sides; the stacks that it refers to are needed for their placeholders alone. */
export interface StackOnBothSides {
  readonly declared: SynthesisedStack;
  readonly recorded: readonly ExportedResource[];
}

/**
 * What of `stack` differs between synth and the engine's record, after each predicted output was replaced by the one
 * that the cloud made for the same URN. Equal inputs, options, parents and resources leave nothing.
 */
export function differencesOf(stack: StackOnBothSides, referred: readonly StackOnBothSides[]): readonly Difference[] {
  const placeholders = new Placeholders();
  for (const side of [stack, ...referred]) learnFrom(side, placeholders);
  const recorded = new Map(
    stack.recorded
      .filter(({ urn }) => !isDefaultProvider(urn))
      .map((resource) => [resource.urn, recordedResource(resource)]),
  );
  const declared = new Map(stack.declared.resources.map((resource) => [resource.urn, resource]));
  const missing = [...recorded.keys()].filter((urn) => !declared.has(urn));
  return [
    ...missing.map((urn): Difference => ({ urn, where: "", declared: undefined, recorded: urn })),
    ...[...declared.values()].flatMap((resource) => differencesIn(resource, recorded.get(resource.urn), placeholders)),
  ];
}

function learnFrom({ declared, recorded }: StackOnBothSides, placeholders: Placeholders): void {
  const byUrn = new Map(recorded.map((resource) => [resource.urn, resource]));
  for (const { urn, property, value } of declared.predicted) {
    const made = byUrn.get(urn);
    if (made !== undefined)
      placeholders.learn(value, property === "id" ? made.id : recordedValue(made.outputs?.[property]));
  }
}

function differencesIn(
  declared: SynthesisedResource,
  recorded: SynthesisedResource | undefined,
  placeholders: Placeholders,
): readonly Difference[] {
  const { urn } = declared;
  if (recorded === undefined) return [{ urn, where: "", declared: urn, recorded: undefined }];
  const inputs = placeholders.resolve(declared.inputs, recorded.inputs) as Record<string, unknown>;
  const sides = [
    { part: "inputs", left: inputs, right: recorded.inputs },
    { part: "options", left: withoutUnrecorded({ ...declared.options }), right: recorded.options },
    { part: "self", left: selfOf(declared), right: selfOf(recorded) },
  ];
  return sides.flatMap(({ part, left, right }) =>
    fieldDifferences(left as Record<string, unknown>, right as Record<string, unknown>).map(
      ([field, one, other]): Difference => ({ urn, where: `${part}.${field}`, declared: one, recorded: other }),
    ),
  );
}

const selfOf = ({ type, name, parent }: SynthesisedResource): unknown => ({ type, name, parent });

function fieldDifferences(
  left: Record<string, unknown>,
  right: Record<string, unknown>,
): readonly [string, unknown, unknown][] {
  const fields = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...fields]
    .filter((field) => !isDeepStrictEqual(revealed(left[field]), revealed(right[field])))
    .map((field) => [field, left[field], right[field]]);
}

/** Secrets opened for a comparison, and still told from a plain value. */
function revealed(value: unknown): unknown {
  if (value instanceof SecretValue) return { secret: revealed(value.reveal()) };
  if (Array.isArray(value)) return value.map(revealed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, revealed(field)]));
}
