import type { Comparison } from "../base/fleet-side.ts";
import { compareStacks } from "../diff/compare-stacks.ts";
import type { StackDifference } from "../diff/stack-difference.ts";
import { sharedStacks } from "./shared-stacks.ts";
import { synthesisedPairs, type WantedStack } from "./synthesised-pairs.ts";

/**
 * What an edit does to one stack, with its own names.
 *
 * @param stack a tenant's id, or the name of a cell's or control plane's stack.
 * @throws what its synthesis threw on either side.
 */
export async function stackDifferenceOf(comparison: Comparison, stack: string): Promise<StackDifference> {
  for await (const { base, head } of synthesisedPairs(comparison, [placeOf(comparison, stack)])) {
    if (base?.kind === "failed") throw base.error;
    if (head?.kind === "failed") throw head.error;
    return compareStacks(base?.stack, head?.stack);
  }
  throw new Error(`nothing was synthesised for ${stack}`);
}

function placeOf(comparison: Comparison, stack: string): WantedStack {
  const shared = sharedStacks(comparison).find((each) => each.stack === stack);
  const isOn = (ids: readonly string[]): boolean => ids.includes(stack);
  return shared ?? { stack, inBase: isOn(comparison.base.tenantIds()), inHead: isOn(comparison.head.tenantIds()) };
}
