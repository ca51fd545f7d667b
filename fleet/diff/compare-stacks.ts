import type { SynthesisedStack } from "../synth/synthesised-stack.ts";
import { isDataBearing } from "./data-bearing.ts";
import { isCustom } from "./resource-kinds.ts";
import { StackComparison } from "./stack-comparison.ts";
import type { Operation, StackDifference } from "./stack-difference.ts";

/**
 * What `pulumi up` does to a stack that stands as `base` when its program declares `head`: operation by operation,
 * with the properties that force a replacement, as the engine decides with the providers of the embedded cloud.
 * Components, the stack itself and references to other stacks have no operations. Without a base everything is created,
 * without a head everything is deleted. Secrets are compared by what they hide and are never shown.
 */
export function compareStacks(base: SynthesisedStack | undefined, head: SynthesisedStack | undefined): StackDifference {
  const comparison = new StackComparison(base ?? emptyStack, head ?? emptyStack);
  const stack = head?.stack ?? base?.stack ?? "";
  return { stack, operations: [...comparison.operationsOfHead(), ...deletions(comparison, base ?? emptyStack)] };
}

const emptyStack: SynthesisedStack = { stack: "", resources: [], outputs: {}, predicted: [] };

function deletions(comparison: StackComparison, base: SynthesisedStack): readonly Operation[] {
  return base.resources
    .filter((resource) => isCustom(resource) && !comparison.isKept(resource))
    .map(({ urn, type, name, options }) => ({
      op: "delete",
      urn,
      type,
      name,
      properties: [],
      options: [],
      isDataBearing: isDataBearing(type),
      ...(options.retainOnDelete === true ? { isRetained: true } : {}),
      ...(options.protect === true ? { isRefused: true } : {}),
    }));
}
