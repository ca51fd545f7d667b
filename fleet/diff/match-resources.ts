import type { SynthesisedAlias, SynthesisedResource } from "../synth/synthesised-stack.ts";
import { nameOfUrn, urnOf } from "../synth/urn.ts";

/** Which resource of the base each one of the head was. */
export interface MatchedResources {
  /** URN in the head → the base's resource, by its own URN or by an alias. */
  readonly before: ReadonlyMap<string, SynthesisedResource>;
  /** URN in the base → URN in the head, of those that have another now. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Finds each of the head's resources in the base as the engine does: by its URN, then by its aliases, then by those
 * that it inherits from a parent which was itself found by an alias (`generateAliases` and `getOldResource` in
 * pulumi's pkg/resource/deploy/step_generator.go).
 */
export function matchResources(
  base: readonly SynthesisedResource[],
  head: readonly SynthesisedResource[],
): MatchedResources {
  const byUrn = new Map(base.map((resource) => [resource.urn, resource]));
  const before = new Map<string, SynthesisedResource>();
  const renamed = new Map<string, string>();
  const aliasOf = new Map<string, string>();
  for (const resource of head) {
    const own = byUrn.get(resource.urn);
    const alias = own ? undefined : aliasesOf(resource, aliasOf).find((urn) => byUrn.has(urn) && !renamed.has(urn));
    const found = own ?? (alias === undefined ? undefined : byUrn.get(alias));
    if (found !== undefined) before.set(resource.urn, found);
    if (alias === undefined) continue;
    renamed.set(alias, resource.urn);
    aliasOf.set(resource.urn, alias);
  }
  return { before, renamed };
}

function aliasesOf(resource: SynthesisedResource, aliasOf: ReadonlyMap<string, string>): readonly string[] {
  const { urn, name, type, parent = "", options } = resource;
  const own = (options.aliases ?? []).map((alias) => aliasUrn(resource, alias, aliasOf));
  const parentAlias = aliasOf.get(parent);
  if (parentAlias === undefined) return own;
  const inherited = [urnOf({ ...scopeOf(urn), parent, type, name }), ...own].map((each) =>
    inheritedAlias(urn, typeOf(each), nameOfUrn(each), nameOfUrn(parent), parentAlias),
  );
  return [...own, ...inherited];
}

function aliasUrn(
  { urn, name, type, parent = "" }: SynthesisedResource,
  alias: string | SynthesisedAlias,
  aliasOf: ReadonlyMap<string, string>,
): string {
  if (typeof alias === "string") return alias;
  const given = alias.parent === undefined ? parent : (aliasOf.get(alias.parent) ?? alias.parent);
  return urnOf({
    ...scopeOf(urn),
    parent: alias.noParent === true ? "" : given,
    type: alias.type ?? type,
    name: alias.name ?? name,
  });
}

/** A child named after its parent was named after the parent's old name too. */
function inheritedAlias(urn: string, type: string, name: string, parentName: string, parentAlias: string): string {
  const oldName = name.startsWith(parentName) ? nameOfUrn(parentAlias) + name.slice(parentName.length) : name;
  return urnOf({ ...scopeOf(urn), parent: parentAlias, type, name: oldName });
}

function scopeOf(urn: string): { readonly stack: string; readonly project: string } {
  const [start = "", project = ""] = urn.split("::");
  return { stack: start.slice("urn:pulumi:".length), project };
}

const typeOf = (urn: string): string => urn.split("::")[2]?.split("$").at(-1) ?? "";
