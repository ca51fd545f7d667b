import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import { SecretValue } from "../synth/secret-value.ts";
import type { SynthesisedResource } from "../synth/synthesised-stack.ts";

/** What a control is judged by: everything that is declared for the tenant, its own and what it shares. */
export interface Evidence {
  readonly plan: TenantPlan;
  /** Resources of the tenant's own stack. */
  readonly own: readonly SynthesisedResource[];
  /** Resources of its cell, the cell's platform and the control plane. */
  readonly shared: readonly SynthesisedResource[];
}

/** What stands behind a control. */
export type Judgement =
  /** A resource holds it: `by` are names of resources. */
  | { readonly kind: "enforced"; readonly by: readonly string[] }
  /** Nothing holds it, and an alarm or a detector tells of it. */
  | { readonly kind: "detected"; readonly by: readonly string[] }
  /** The application is told by its configuration document, and has to hold it. */
  | { readonly kind: "published"; readonly by: string; readonly because: string }
  | { readonly kind: "not_enforceable"; readonly because: string }
  /** It could be held, and nothing that is declared does: a defect. */
  | { readonly kind: "missing"; readonly because: string };

/** One thing that the tenant's configuration demands, and how to find out what stands behind it. */
export interface Control {
  /** Stable, e.g. `password-length`. */
  readonly id: string;
  /** Row of the requirements, e.g. `R-SEC-1`. */
  readonly row: string;
  /** Paths of the tier's template that demand it; frameworks' floors name the same. */
  readonly paths: readonly string[];
  /** What is demanded of this tenant, in words; undefined where its configuration does not. */
  readonly demand: (plan: TenantPlan) => string | undefined;
  readonly judge: (evidence: Evidence) => Judgement;
}

/** Enforced where something was found, and missing with `because` where nothing was. */
export const enforcedBy = (found: readonly SynthesisedResource[], because: string): Judgement =>
  found.length > 0 ? { kind: "enforced", by: found.map(({ name }) => name) } : { kind: "missing", because };

/** Detected where something was found, and missing with `because` where nothing was. */
export const detectedBy = (found: readonly SynthesisedResource[], because: string): Judgement =>
  found.length > 0 ? { kind: "detected", by: found.map(({ name }) => name) } : { kind: "missing", because };

export const notEnforceable = (because: string): Judgement => ({ kind: "not_enforceable", because });

/** Told to the application by the document's value at the dotted path `by`. Missing where no document has it. */
export function publishedAs(evidence: Evidence, by: string, because: string): Judgement {
  const type = "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion";
  const isTold = evidence.own.some((resource) => resource.type === type && valueAt(resource, by) !== undefined);
  return isTold
    ? { kind: "published", by, because }
    : { kind: "missing", because: `the tenant's configuration document does not say ${by}` };
}

/** The provider marks every hosted configuration as secret; this one holds none, and only what it names is looked at. */
const documentIn = ({ inputs: { content } }: SynthesisedResource): unknown =>
  JSON.parse(String(content instanceof SecretValue ? content.reveal() : content));

const valueAt = (resource: SynthesisedResource, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      documentIn(resource),
    );

/** Resources of a type: the tenant's own, or those that it shares where it has none of its own. */
export function ofType({ own, shared }: Evidence, ...types: readonly string[]): readonly SynthesisedResource[] {
  const is = ({ type }: SynthesisedResource) => types.includes(type);
  const found = own.filter(is);
  return found.length > 0 ? found : shared.filter(is);
}

/** An input below nested maps and lists of one, e.g. `passwordPolicy`, `minimumLength`; undefined where a part is absent. */
export function input({ inputs }: SynthesisedResource, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => {
    const one = Array.isArray(value) ? value[0] : value;
    return typeof one === "object" && one !== null ? (one as Record<string, unknown>)[key] : undefined;
  }, inputs);
}

/** A number, or minus infinity where there is none, so that it is never enough. */
export const numberOf = (value: unknown): number => (typeof value === "number" ? value : Number.NEGATIVE_INFINITY);
