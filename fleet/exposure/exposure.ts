import type { SynthesisedResource } from "../synth/synthesised-stack.ts";

/** Something that can be reached, or is trusted, for where it is. */
export interface Exposure {
  readonly code:
    | "BUCKET_NOT_CLOSED"
    | "CONNECTION_NOT_ENCRYPTED"
    | "DATABASE_PASSWORD_ONLY"
    | "ENTRANCE_BESIDE_THE_EDGE"
    | "ENTRANCE_WITHOUT_FIREWALL"
    | "GROUP_TRUSTS_ADDRESSES"
    | "PUBLIC_ADDRESS"
    | "STORE_REACHED_DIRECTLY";
  /** Logical name of the resource. */
  readonly resource: string;
  readonly type: string;
  readonly reason: string;
}

/** One rule: what it finds among the resources of stacks that belong together, a cell's and its tenants'. */
export type ExposureRule = (resources: readonly SynthesisedResource[]) => readonly Exposure[];

export type Inputs = Readonly<Record<string, unknown>>;

/** Those of one type. */
export const ofType = (resources: readonly SynthesisedResource[], type: string): readonly SynthesisedResource[] =>
  resources.filter((resource) => resource.type === type);

/** What a rule says of a resource. */
export const exposed = (code: Exposure["code"], { name, type }: SynthesisedResource, reason: string): Exposure => ({
  code,
  resource: name,
  type,
  reason,
});

/** A property's members that are texts; one text counts as a list of one. */
export const textsOf = (value: unknown): readonly string[] =>
  [value ?? []].flat().filter((one): one is string => typeof one === "string");

/** A property's members that are maps; one map counts as a list of one. */
export const mapsOf = (value: unknown): readonly Inputs[] =>
  [value ?? []].flat().filter((one): one is Inputs => typeof one === "object" && one !== null);
