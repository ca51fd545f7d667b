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
  const isTold = ownOf(evidence, type).some((resource) => valueAt(resource, by) !== undefined);
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

/** Resources of a type that the tenant has itself; what others have is no evidence. */
export const ownOf = ({ own }: Evidence, ...types: readonly string[]): readonly SynthesisedResource[] =>
  ofTypes(own, types);

const ofTypes = (resources: readonly SynthesisedResource[], types: readonly string[]): readonly SynthesisedResource[] =>
  resources.filter(({ type }) => types.includes(type));

/** Resources of a type, whoever has them. */
export const anyOf = ({ own, shared }: Evidence, ...types: readonly string[]): readonly SynthesisedResource[] =>
  ofTypes([...own, ...shared], types);

/** What a tenant has from schema level up, and shares with its pool below: users, sign-in, alarms. */
export const fromSchemaUp = (evidence: Evidence, ...types: readonly string[]): readonly SynthesisedResource[] =>
  ofTypes(evidence.plan.tenant.isolation === "shared" ? evidence.shared : evidence.own, types);

/** What belongs to the database server: the tenant's own at isolation `database`, its cell's at all others. */
export const ofDatabase = (evidence: Evidence, ...types: readonly string[]): readonly SynthesisedResource[] =>
  ofTypes(evidence.plan.tenant.isolation === "database" ? evidence.own : evidence.shared, types);

/** An input below nested maps and lists of one, e.g. `passwordPolicy`, `minimumLength`; undefined where a part is absent. */
export function input({ inputs }: SynthesisedResource, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => {
    const one = Array.isArray(value) ? value[0] : value;
    return typeof one === "object" && one !== null ? (one as Record<string, unknown>)[key] : undefined;
  }, inputs);
}

/** A number, or minus infinity where there is none, so that it is never enough. */
export const numberOf = (value: unknown): number => (typeof value === "number" ? value : Number.NEGATIVE_INFINITY);
