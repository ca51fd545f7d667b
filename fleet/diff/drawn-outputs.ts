import { cloudOf } from "../synth/cloud.ts";
import { predict } from "../synth/predictions/index.ts";
import type { Prediction, SynthesisedResource } from "../synth/synthesised-stack.ts";
import { isSame, opened } from "./plain-value.ts";

type Properties = Readonly<Record<string, unknown>>;

/** An output that is another one after an operation than the head's synthesis says. */
export interface ChangedOutput {
  readonly urn: string;
  readonly property: string;
  /** As the head's synthesis has it. */
  readonly placeholder: unknown;
  /** What stands for it after the operation. */
  readonly value: unknown;
}

/** Versions that a service counts up: the next thing made in the same place has the next number. */
const counters: Readonly<Record<string, readonly string[]>> = {
  "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion": ["id", "arn", "versionNumber"],
  "aws:appconfig/deployment:Deployment": ["id", "arn", "deploymentNumber"],
  "aws:bedrock/guardrailVersion:GuardrailVersion": ["id", "version"],
};

/**
 * Outputs that are others after `resource` was replaced: those that the service draws or counts. What it makes of the
 * inputs (a bucket's ARN of its name) is what the head's synthesis says already.
 *
 * @param predicted what the head's synthesis predicted of this resource.
 * @param provider inputs of its explicit provider.
 */
export function outputsDrawnAnew(
  resource: SynthesisedResource,
  predicted: readonly Prediction[],
  provider: Properties | undefined,
): readonly ChangedOutput[] {
  const { urn, type, name, inputs } = resource;
  const cloud = cloudOf(provider);
  const region = typeof inputs["region"] === "string" ? inputs["region"] : cloud.region;
  // A prediction is drawn from the URN: one for another URN differs exactly in what the service draws.
  const again = predict({ urn: `${urn}\nreplaced`, type, name, inputs, ...cloud, region }, []);
  return predicted.flatMap(({ property, value: placeholder }) => {
    const value = afterReplacement(type, property, placeholder, property === "id" ? again.id : again.outputs[property]);
    return isSame(value, placeholder) ? [] : [{ urn, property, placeholder, value }];
  });
}

function afterReplacement(type: string, property: string, placeholder: unknown, again: unknown): unknown {
  if (counters[type]?.includes(property) === true) return counted(placeholder);
  if (again === undefined || isUnpredicted(again))
    return isUnpredicted(placeholder) ? renewed(placeholder) : placeholder;
  return again;
}

/** Outputs of which an update makes new ones. */
export function outputsUpdated(
  urn: string,
  predicted: readonly Prediction[],
  updatedOutputs: readonly string[],
): readonly ChangedOutput[] {
  return predicted
    .filter(({ property }) => updatedOutputs.includes(property))
    .map(({ property, value }) => ({ urn, property, placeholder: value, value: counted(value) }));
}

const isUnpredicted = (value: unknown): boolean => String(opened(value)).startsWith("[unpredicted: ");

const renewed = (placeholder: unknown): string => `${String(opened(placeholder)).slice(0, -1)}, made anew]`;

/** The next number: of a number itself, of the one at a text's end, and a new text where there is none. */
function counted(placeholder: unknown): unknown {
  const plain = opened(placeholder);
  if (typeof plain === "number") return plain + 1;
  const text = String(plain);
  return /\d+$/.test(text) ? text.replace(/\d+$/, (number) => String(Number(number) + 1)) : `${text} (made anew)`;
}
