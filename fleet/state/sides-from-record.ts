import { matchResources } from "../diff/match-resources.ts";
import type { Prediction, SynthesisedResource, SynthesisedStack } from "../synth/synthesised-stack.ts";
import { Placeholders } from "./placeholders.ts";
import { asDeclared, isDefaultProvider } from "./recorded-resource.ts";
import type { RecordedResource, RecordedStack } from "./recorded-stack.ts";
import { recordedValue, type SecretCount } from "./recorded-value.ts";

type Properties = Readonly<Record<string, unknown>>;

/** A stack as it is on record and as the head declares it, ready to be compared. */
export interface RecordedSides {
  readonly base: SynthesisedStack;
  readonly head: SynthesisedStack;
  /** URNs of resources with a secret that could not be compared, since the record holds it encrypted. */
  readonly uncompared: readonly string[];
}

const none: ReadonlySet<string> = new Set();

/**
 * Puts a stack's record and the head's synthesis side by side. What the cloud makes is a placeholder in the head: each
 * is replaced by the recorded output of the same resource, so that an unchanged stack shows no difference. The record
 * loses what the engine and providers write by themselves.
 *
 * @param replaced URNs of resources that the head replaces: theirs is not known before the cloud has made the new one,
 * so their placeholders stay.
 */
export function sidesFromRecord(
  record: RecordedStack,
  head: SynthesisedStack,
  replaced: ReadonlySet<string> = none,
): RecordedSides {
  const recorded = record.resources.filter(({ urn }) => !isDefaultProvider(urn));
  const before = recordedBefore(recorded, head.resources);
  const placeholders = learn(head, before, replaced);
  const resources = head.resources.map((resource) => resolved(resource, before.get(resource.urn), placeholders));
  const declared = new Map(resources.map((resource) => [before.get(resource.urn), resource]));
  const uncompared: string[] = [];
  const base = recorded.map((resource) => {
    const count: SecretCount = { unknown: 0 };
    const one = asDeclared(resource, declared.get(resource), count);
    if (count.unknown > 0) uncompared.push(one.urn);
    return one;
  });
  const outputs = outputsOf(record);
  const headOutputs = placeholders.resolve(head.outputs, outputs) as Properties;
  const predicted = head.predicted.map((prediction) => madeInstead(prediction, before, placeholders));
  return {
    base: {
      stack: head.stack,
      resources: base,
      outputs: recordedValue(outputs, headOutputs, { unknown: 0 }) as Properties,
      predicted: predicted.flatMap((prediction) => predictionOfBefore(prediction, before)),
    },
    head: { ...head, resources, outputs: headOutputs, predicted },
    uncompared,
  };
}

/** The outputs of a stack as its record has them, in the wire's form where they are secret. */
export const outputsOf = (record: RecordedStack): Properties =>
  record.resources.find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs ?? {};

/** URN in the head → the resource on record, by its own URN or by an alias. */
function recordedBefore(
  recorded: readonly RecordedResource[],
  head: readonly SynthesisedResource[],
): ReadonlyMap<string, RecordedResource> {
  const byUrn = new Map(recorded.map((resource) => [resource.urn, resource]));
  const names = recorded.map(({ urn, type }) => ({ urn, type, name: "", inputs: {}, options: {} }));
  const { before } = matchResources(names, head);
  return new Map(
    [...before].flatMap(([urn, { urn: recordedUrn }]) => {
      const resource = byUrn.get(recordedUrn);
      return resource === undefined ? [] : [[urn, resource] as const];
    }),
  );
}

function learn(
  head: SynthesisedStack,
  before: ReadonlyMap<string, RecordedResource>,
  replaced: ReadonlySet<string>,
): Placeholders {
  const placeholders = new Placeholders();
  for (const prediction of head.predicted) {
    const made = replaced.has(prediction.urn) ? undefined : before.get(prediction.urn);
    if (made !== undefined) placeholders.learn(prediction.value, madeOutput(made, prediction));
  }
  return placeholders;
}

const madeOutput = (made: RecordedResource, { property, value }: Prediction): unknown =>
  property === "id" ? made.id : recordedValue(made.outputs?.[property], value, { unknown: 0 });

/** A prediction with the value that the cloud made, where one was learned. */
function madeInstead(
  prediction: Prediction,
  before: ReadonlyMap<string, RecordedResource>,
  placeholders: Placeholders,
): Prediction {
  const made = before.get(prediction.urn);
  const beside = made === undefined ? undefined : madeOutput(made, prediction);
  return { ...prediction, value: placeholders.resolve(prediction.value, beside) };
}

function predictionOfBefore(
  prediction: Prediction,
  before: ReadonlyMap<string, RecordedResource>,
): readonly Prediction[] {
  const made = before.get(prediction.urn);
  if (made === undefined) return [];
  return [{ urn: made.urn, property: prediction.property, value: madeOutput(made, prediction) }];
}

function resolved(
  declared: SynthesisedResource,
  recorded: RecordedResource | undefined,
  placeholders: Placeholders,
): SynthesisedResource {
  const beside = recordedValue(recorded?.inputs ?? {}, declared.inputs, { unknown: 0 });
  return { ...declared, inputs: placeholders.resolve(declared.inputs, beside) as Properties };
}
