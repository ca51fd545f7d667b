import { SecretValue, type SynthesisedOptions, type SynthesisedResource } from "../../fleet/synth/index.ts";
import { signatureKey } from "../../fleet/synth/secret-value.ts";
import { nameOfUrn } from "../../fleet/synth/urn.ts";

/** A resource in `pulumi stack export --show-secrets` (`apitype.ResourceV3` in Pulumi's SDK), as far as it is read. */
export interface ExportedResource {
  readonly urn: string;
  readonly type: string;
  readonly custom: boolean;
  readonly id?: string;
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
}

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

/** A recorded resource in the form of a synthesised one. */
export function recordedResource(resource: ExportedResource): SynthesisedResource {
  const { urn, type, parent } = resource;
  return {
    urn,
    type,
    name: nameOfUrn(urn),
    ...(parent === undefined ? {} : { parent }),
    inputs: recordedValue(resource.inputs ?? {}) as Record<string, unknown>,
    options: recordedOptions(resource),
  };
}

function recordedOptions(resource: ExportedResource): SynthesisedOptions {
  const properties = Object.entries(resource.propertyDependencies ?? {})
    .map(([name, urns]) => [name, (urns ?? []).toSorted()] as const)
    .filter(([, urns]) => urns.length > 0);
  const options = {
    protect: resource.protect,
    retainOnDelete: resource.retainOnDelete,
    deletedWith: resource.deletedWith,
    // A reference is `<urn>::<id>`, and the id is drawn anew for each stack.
    provider: resource.provider?.replace(/::[^:]*$/, ""),
    dependencies: resource.dependencies?.toSorted(),
    propertyDependencies: properties.length > 0 ? Object.fromEntries(properties) : undefined,
    ignoreChanges: resource.ignoreChanges,
    replaceOnChanges: resource.replaceOnChanges,
    additionalSecretOutputs: resource.additionalSecretOutputs,
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined && value !== ""));
}
