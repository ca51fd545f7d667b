import type { SynthesisedOptions, SynthesisedResource } from "../synth/synthesised-stack.ts";
import { nameOfUrn } from "../synth/urn.ts";
import type { RecordedResource } from "./recorded-stack.ts";
import { recordedValue, type SecretCount } from "./recorded-value.ts";

/**
 * A recorded resource in the form of a declared one, without what differs between the two whatever is declared.
 *
 * @param declared the same resource in the head, its placeholders replaced; absent where it is to be deleted.
 */
export function asDeclared(
  recorded: RecordedResource,
  declared: SynthesisedResource | undefined,
  count: SecretCount,
): SynthesisedResource {
  const { urn, type, parent } = recorded;
  const name = nameOfUrn(urn);
  const inputs = recordedValue(recorded.inputs ?? {}, declared?.inputs, count) as Readonly<Record<string, unknown>>;
  return {
    urn,
    type,
    name,
    ...(parent === undefined ? {} : { parent }),
    inputs: withoutEngineInputs(inputs, { type, name, declared: declared?.inputs ?? {} }),
    options: { ...recordedOptions(recorded), ...unrecordedOptions(declared?.options ?? {}) },
  };
}

/** Whether it is a provider that the engine makes where the program names none: it stands in the state alone. */
export const isDefaultProvider = (urn: string): boolean => /[:$]pulumi:providers:[^:]+::default(?:_|$)/.test(urn);

interface Beside {
  readonly type: string;
  readonly name: string;
  readonly declared: Readonly<Record<string, unknown>>;
}

/** Without what the engine writes into a provider's inputs, and a physical name drawn where the program gives none. */
function withoutEngineInputs(
  inputs: Readonly<Record<string, unknown>>,
  { type, name, declared }: Beside,
): Readonly<Record<string, unknown>> {
  const isProvider = type.startsWith("pulumi:providers:");
  const isEngines = ([key, value]: [string, unknown]): boolean => {
    if (key in declared) return false;
    if (isProvider && (key === "__internal" || key === "version")) return true;
    return typeof value === "string" && value.startsWith(`${name}-`) && /-[0-9a-f]{7}$/.test(value);
  };
  const entries = Object.entries(inputs);
  return entries.some(isEngines) ? Object.fromEntries(entries.filter((entry) => !isEngines(entry))) : inputs;
}

/** Options that no state records: they act in the run that names them. What is `false` is left out of a state too. */
function unrecordedOptions(declared: SynthesisedOptions): SynthesisedOptions {
  const unrecorded = ["deleteBeforeReplace", "customTimeouts", "importId"];
  return Object.fromEntries(
    Object.entries(declared).filter(([option, value]) => unrecorded.includes(option) || value === false),
  );
}

function recordedOptions(resource: RecordedResource): SynthesisedOptions {
  const properties = Object.entries(resource.propertyDependencies ?? {})
    .map(([name, urns]) => [name, (urns ?? []).toSorted()] as const)
    .filter(([, urns]) => urns.length > 0);
  const provider = resource.provider?.replace(/::[^:]*$/, "");
  const options = {
    protect: resource.protect,
    retainOnDelete: resource.retainOnDelete,
    deletedWith: resource.deletedWith,
    provider: provider !== undefined && isDefaultProvider(provider) ? undefined : provider,
    dependencies: resource.dependencies?.toSorted(),
    propertyDependencies: properties.length > 0 ? Object.fromEntries(properties) : undefined,
    ignoreChanges: resource.ignoreChanges,
    replaceOnChanges: resource.replaceOnChanges,
    additionalSecretOutputs: resource.additionalSecretOutputs,
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined && value !== ""));
}
