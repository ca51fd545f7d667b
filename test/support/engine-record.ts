import { SecretValue, type SynthesisedOptions, type SynthesisedResource } from "../../fleet/synth/index.ts";

/** A resource in `pulumi stack export --show-secrets` (`apitype.ResourceV3` in Pulumi's SDK), as far as it is read. */
export interface ExportedResource {
  readonly urn: string;
  readonly type: string;
  readonly custom: boolean;
  readonly id?: string;
  readonly external?: boolean;
  readonly parent?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly provider?: string;
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  readonly deletedWith?: string;
  readonly dependencies?: readonly string[];
  readonly propertyDependencies?: Readonly<Record<string, readonly string[] | null>>;
  readonly additionalSecretOutputs?: readonly string[];
  readonly ignoreChanges?: readonly string[];
  readonly replaceOnChanges?: readonly string[];
  readonly customTimeouts?: Readonly<Record<string, number>>;
}

const signatureKey = "4dabf18193072939515e22adb298388d";

/** A value of an export with its secrets as `SecretValue`s. */
export function recordedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(recordedValue);
  if (typeof value !== "object" || value === null) return value;
  const fields = value as Record<string, unknown>;
  if (signatureKey in fields && typeof fields["plaintext"] === "string") {
    return new SecretValue(JSON.parse(fields["plaintext"]));
  }
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, recordedValue(field)]));
}

/**
 * A recorded resource in the form of a synthesised one. What differs by nature is left out here, and nowhere else:
 *
 * - a default provider exists in the state alone: the program names no provider, and the engine makes one;
 * - `__internal` and `version` of an explicit provider are the engine's own additions;
 * - a provider's reference ends in an id that is drawn anew for each stack;
 * - `false` and an empty list are what the state does not write down;
 * - aliases and deleteBeforeReplace act in the run that names them and are not recorded;
 * - source positions depend on the folder, and are no part of what is declared.
 */
export function recordedResource(resource: ExportedResource): SynthesisedResource {
  const { urn, type, parent } = resource;
  const inputs = Object.entries(recordedValue(resource.inputs ?? {}) as Record<string, unknown>).filter(
    ([name]) => !(type.startsWith("pulumi:providers:") && (name === "__internal" || name === "version")),
  );
  return {
    urn,
    type,
    name: urn.split("::").slice(3).join("::"),
    ...(parent === undefined ? {} : { parent }),
    inputs: Object.fromEntries(inputs),
    options: recordedOptions(resource),
  };
}

/** Options that the state has, in the form of `SynthesisedOptions`. */
function recordedOptions(resource: ExportedResource): SynthesisedOptions {
  const provider = resource.provider?.replace(/::[^:]*$/, "");
  return withoutUnrecorded({
    protect: resource.protect,
    retainOnDelete: resource.retainOnDelete,
    deletedWith: resource.deletedWith,
    provider: provider !== undefined && isDefaultProvider(provider) ? undefined : provider,
    dependencies: resource.dependencies?.toSorted(),
    propertyDependencies: Object.fromEntries(
      Object.entries(resource.propertyDependencies ?? {}).map(([name, urns]) => [name, (urns ?? []).toSorted()]),
    ),
    ignoreChanges: resource.ignoreChanges,
    replaceOnChanges: resource.replaceOnChanges,
    additionalSecretOutputs: resource.additionalSecretOutputs,
  });
}

/** Leaves out of options what a state does not write down. */
export function withoutUnrecorded(options: Readonly<Record<string, unknown>>): SynthesisedOptions {
  const unrecorded = new Set(["aliases", "deleteBeforeReplace", "customTimeouts", "importId"]);
  const isWritten = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.length > 0;
    return value !== undefined && value !== false && value !== "";
  };
  const entries = Object.entries(options).flatMap(([name, value]): [string, unknown][] => {
    if (unrecorded.has(name)) return [];
    if (name !== "propertyDependencies") return isWritten(value) ? [[name, value]] : [];
    const properties = Object.entries(value as Record<string, unknown>).filter(([, urns]) => isWritten(urns));
    return properties.length === 0 ? [] : [[name, Object.fromEntries(properties)]];
  });
  return Object.fromEntries(entries);
}

/** Whether `urn` is of a provider that the engine made because the program named none. */
export function isDefaultProvider(urn: string): boolean {
  return urn.includes("::pulumi:providers:") && /^default(_|$)/.test(urn.split("::").slice(3).join("::"));
}
