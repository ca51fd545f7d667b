import type { SynthesisedResource } from "../../synth/synthesised-stack.ts";

/** Hours of a month, as AWS' own calculator counts them: 365 days of 24 hours, divided by 12. */
export const hoursPerMonth = 730;

/** An amount of something that is metered, in a month. */
export interface Charge {
  /** As price books name it: `kms.key`. */
  readonly meter: string;
  /** In the unit of the meter's price. */
  readonly quantity: number;
}

export const charge = (meter: string, quantity = 1): Charge => ({ meter, quantity });

/** Other resources of the stack, for what is charged by a property that another one has. */
export interface StackNeighbours {
  /** Every resource of this type, in order of registration. */
  ofType: (type: string) => readonly SynthesisedResource[];
}

/**
 * What a resource is charged for by being there, whoever uses it. Undefined where its inputs do not say how large it is,
 * so that it counts as one without a price and not as one that costs nothing.
 */
export type ChargeRule = (
  resource: Pick<SynthesisedResource, "name" | "inputs">,
  neighbours: StackNeighbours,
) => readonly Charge[] | undefined;

/** A number, or a number's text. Undefined for anything else. */
export function numberIn(value: unknown): number | undefined {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/** A structured input's part; an empty record where it is none. */
export const partOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** A list; a single value is a list of one, as the provider's inputs may have it; nothing is an empty one. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
