import type { SynthesisedResource } from "../synth/synthesised-stack.ts";
import { isWithin, parsePath } from "./property-path.ts";
import { replacementRules } from "./replacement-rules.ts";
import { isCustom } from "./resource-kinds.ts";

type Properties = Readonly<Record<string, unknown>>;

/** The base as far as the engine looks at it when something is deleted before its replacement is made. */
export interface DependentsRequest {
  readonly root: SynthesisedResource;
  /** In the order of registration. */
  readonly base: readonly SynthesisedResource[];
  /** URNs in the base that the run is done with: nothing that comes before the root hangs on it any more. */
  readonly settled: ReadonlySet<string>;
  readonly providerInputs: (resource: SynthesisedResource) => Properties | undefined;
}

/**
 * Resources that go together with one that is deleted first: those that hang on it, directly or through others, by a
 * property that cannot change in place (`calculateDependentReplacements` in pulumi's
 * pkg/resource/deploy/step_generator.go). The engine takes every such property for changed, whatever its value will be.
 */
export function dependentReplacements(request: DependentsRequest): readonly SynthesisedResource[] {
  const { root, base, settled } = request;
  const dependents = new Set([root.urn]);
  const replaced = new Set([root.urn]);
  const found: SynthesisedResource[] = [];
  for (const resource of base.slice(base.indexOf(root) + 1)) {
    if (settled.has(resource.urn) || !dependsOnAny(resource, dependents)) continue;
    dependents.add(resource.urn);
    if (!isCustom(resource) || !isReplacedWith(resource, replaced, request.providerInputs(resource))) continue;
    replaced.add(resource.urn);
    found.push(resource);
  }
  return found;
}

function dependsOnAny({ options }: SynthesisedResource, urns: ReadonlySet<string>): boolean {
  const { dependencies = [], propertyDependencies = {}, deletedWith, provider } = options;
  return (
    (deletedWith !== undefined && urns.has(deletedWith)) ||
    (provider !== undefined && urns.has(provider)) ||
    dependencies.some((urn) => urns.has(urn)) ||
    Object.values(propertyDependencies).some((each) => each.some((urn) => urns.has(urn)))
  );
}

function isReplacedWith(
  { type, inputs, options }: SynthesisedResource,
  replaced: ReadonlySet<string>,
  provider: Properties | undefined,
): boolean {
  if (options.provider !== undefined && replaced.has(options.provider)) return true;
  const { forcedBy } = replacementRules(type, provider);
  const watched = (options.replaceOnChanges ?? []).map(parsePath);
  return Object.entries(options.propertyDependencies ?? {}).some(
    ([name, urns]) =>
      name in inputs &&
      urns.some((urn) => replaced.has(urn)) &&
      (forcedBy([name], inputs) !== undefined || watched.some((path) => isWithin([name], path))),
  );
}
