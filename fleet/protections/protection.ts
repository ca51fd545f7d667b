import type { SynthesisedResource } from "../synth/synthesised-stack.ts";
import type { Leaf } from "./leaves.ts";

/** How strongly a property protects; the more, the better. Only values of one property are compared. */
export interface ProtectionKind {
  /** Strength of a property that is set; undefined where it protects nothing. */
  readonly strengthOf: (leaf: Leaf, resource: SynthesisedResource, side: ProtectedSide) => number | undefined;
  /** What holds where it is not set. Most protections are off then: 0. */
  readonly absent: (leaf: Leaf, resource: SynthesisedResource) => number;
  /** Protections that are options of Pulumi's. */
  readonly options?: readonly ("protect" | "retainOnDelete")[];
}

/** What a strength may depend on beyond the resource itself. */
export interface ProtectedSide {
  /** Whether an ARN or id is of a key that the stack declares. */
  isOwnKey(arn: string): boolean;
}
