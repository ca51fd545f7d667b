import type { Alias } from "@pulumi/pulumi/proto/alias_pb.js";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb.js";
import type { SynthesisedAlias, SynthesisedOptions } from "./synthesised-stack.ts";

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

/**
 * Reads a request's options and lets it inherit what the engine lets it inherit from `parent`: protect,
 * retainOnDelete and deletedWith (`inheritFromParent` in pulumi's pkg/resource/deploy/source_eval.go).
 */
export function optionsOf(
  request: RegisterResourceRequest,
  parent: SynthesisedOptions | undefined,
): SynthesisedOptions {
  const options: Mutable<SynthesisedOptions> = {};
  const protect = request.hasProtect() ? request.getProtect() : parent?.protect;
  if (protect !== undefined) options.protect = protect;
  const retain = request.hasRetainondelete() ? request.getRetainondelete() : parent?.retainOnDelete;
  if (retain !== undefined) options.retainOnDelete = retain;
  const deletedWith = request.getDeletedwith() || parent?.deletedWith;
  if (deletedWith !== undefined) options.deletedWith = deletedWith;
  if (request.getDeletebeforereplacedefined()) options.deleteBeforeReplace = request.getDeletebeforereplace();
  const provider = providerUrn(request.getProvider());
  if (provider !== "") options.provider = provider;
  if (request.getImportid() !== "") options.importId = request.getImportid();
  addLists(options, request);
  addDependencies(options, request);
  return options;
}

/** A provider's reference is `<urn>::<id>`; its id differs from run to run. */
export function providerUrn(reference: string): string {
  return reference.slice(0, Math.max(0, reference.lastIndexOf("::")));
}

function addLists(options: Mutable<SynthesisedOptions>, request: RegisterResourceRequest): void {
  const ignoreChanges = request.getIgnorechangesList();
  if (ignoreChanges.length > 0) options.ignoreChanges = ignoreChanges;
  const replaceOnChanges = request.getReplaceonchangesList();
  if (replaceOnChanges.length > 0) options.replaceOnChanges = replaceOnChanges;
  const secretOutputs = request.getAdditionalsecretoutputsList();
  if (secretOutputs.length > 0) options.additionalSecretOutputs = secretOutputs;
  const aliases = request.getAliasesList();
  if (aliases.length > 0) options.aliases = aliases.map(aliasOf);
  const timeouts: Readonly<Record<string, string>> = { ...request.getCustomtimeouts()?.toObject() };
  const given = Object.entries(timeouts).filter(([, duration]) => duration !== "");
  if (given.length > 0) options.customTimeouts = Object.fromEntries(given);
}

function addDependencies(options: Mutable<SynthesisedOptions>, request: RegisterResourceRequest): void {
  const dependencies = request.getDependenciesList();
  if (dependencies.length > 0) options.dependencies = dependencies.toSorted();
  const byProperty = request.getPropertydependenciesMap();
  if (byProperty.getLength() === 0) return;
  const properties: Record<string, string[]> = {};
  for (const [property, value] of byProperty.entries()) {
    const urns = value.getUrnsList();
    if (urns.length > 0) properties[property] = urns.toSorted();
  }
  if (Object.keys(properties).length > 0) options.propertyDependencies = properties;
}

function aliasOf(alias: Alias): string | SynthesisedAlias {
  const spec = alias.getSpec();
  if (spec === undefined) return alias.getUrn();
  const parts = { name: spec.getName(), type: spec.getType(), parent: spec.getParenturn() };
  const given = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ""));
  return spec.getNoparent() ? { ...given, noParent: true } : given;
}
