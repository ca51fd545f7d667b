import { nearest } from "../../model/nearest.ts";
import type { SynthesisedResource, SynthesisedStack } from "../synth/synthesised-stack.ts";
import { isWithin } from "./decided-by.ts";
import type { ExplainedTenant } from "./explained-tenant.ts";
import { propertyPaths } from "./property-paths.ts";
import type { PropertyPath } from "./property-values.ts";
import type { ResourceUse } from "./resource-uses.ts";
import type { Sensitivity } from "./sensitivity.ts";
import { everySetting, type Setting } from "./setting.ts";

/** A line of a file that a resource follows. */
export interface Decision {
  readonly setting: Setting;
  /** Properties that follow it. */
  readonly properties: readonly PropertyPath[];
  readonly options: readonly string[];
  /** The resource goes with another value. */
  readonly isPresence: boolean;
}

/** Which lines decide a resource of a tenant. */
export interface ResourceExplanation {
  readonly tenant: string;
  readonly resource: SynthesisedResource;
  /** In the order of the files: the configuration's first. */
  readonly decisions: readonly Decision[];
  /** Properties that follow no line: the program sets them, the cell hands them out, or the cloud makes them. */
  readonly undecided: readonly PropertyPath[];
  /** Settings of which no other value could be tried, so that nothing is known of them. */
  readonly untried: readonly Setting[];
}

/** How a resource is asked about. */
export interface ResourceQuestion {
  /** Told as each setting has been tried: a tenant has some 250, of which some 150 take a synthesis or two. */
  readonly progress?: (done: number, total: number) => void;
  /** Default: every value that the stack may be made from. */
  readonly settings?: readonly Setting[];
}

/**
 * Finds every line of a file that decides a resource or one of its properties, by trying another value of each.
 */
export async function explainResource(
  explained: ExplainedTenant,
  sensitivity: Sensitivity,
  resource: SynthesisedResource,
  { progress = () => undefined, settings = everySetting(explained) }: ResourceQuestion = {},
): Promise<ResourceExplanation> {
  const decisions: Decision[] = [];
  const untried: Setting[] = [];
  for (const [index, setting] of settings.entries()) {
    const { tried, refused, uses } = await sensitivity.try(setting);
    if (tried.length === 0 && refused.length > 0) untried.push(setting);
    decisions.push(...uses.filter(({ urn }) => urn === resource.urn).map((use) => decisionOf(setting, use)));
    progress(index + 1, settings.length);
  }
  const decided = decisions.flatMap(({ properties }) => properties.map(({ path }) => path));
  const undecided = propertyPaths(resource.inputs).filter(({ path }) => !decided.some((one) => overlaps(one, path)));
  return { tenant: explained.tenant.spec.id, resource, decisions, undecided, untried };
}

const decisionOf = (setting: Setting, { properties, options, presence }: ResourceUse): Decision => ({
  setting,
  properties,
  options,
  isPresence: presence === "goes",
});

const overlaps = (one: string, other: string): boolean => isWithin(one, other) || isWithin(other, one);

/** A resource by its URN or logical name; of several of one name the one that is no component. */
export type FoundResource =
  | { readonly kind: "resource"; readonly resource: SynthesisedResource }
  /** More than one resource has the name: their URNs. */
  | { readonly kind: "several"; readonly urns: readonly string[] }
  | { readonly kind: "unknown"; readonly meant?: string };

/** Finds a resource of a stack. Components, which declare nothing of their own, are found where nothing else is. */
export function findResource({ resources }: SynthesisedStack, written: string): FoundResource {
  const named = resources.filter(({ urn, name }) => urn === written || name === written);
  const own = named.filter(({ type }) => !type.startsWith("tenantry:"));
  const [first, ...more] = own.length > 0 ? own : named;
  if (more.length > 0) return { kind: "several", urns: [...own].map(({ urn }) => urn) };
  if (first !== undefined) return { kind: "resource", resource: first };
  const meant = nearest(
    written.split("::").at(-1) ?? written,
    resources.map(({ name }) => name),
  );
  return meant === undefined ? { kind: "unknown" } : { kind: "unknown", meant };
}
