import { isDeepStrictEqual } from "node:util";
import { cellPlatformStackName, cellStackName, controlPlaneStackName } from "../../model/stack-names.ts";
import { readCellPlan, readControlPlanePlan } from "../../tenants/read-plans.ts";
import { SharedFiles } from "../../tenants/shared-files.ts";
import type { Comparison } from "../base/fleet-side.ts";
import { sharedStacks } from "./shared-stacks.ts";
import type { WantedStack } from "./synthesised-pairs.ts";

/**
 * The stacks that no tenant owns and that have to be synthesised to see whether they change: with the same program and
 * the same plan they declare the same.
 */
export function sharedStacksToCompare(comparison: Comparison): readonly WantedStack[] {
  const wanted = sharedStacks(comparison);
  const same = wanted.length === 0 ? undefined : stacksWithSamePlan(comparison);
  return wanted.filter(({ stack }) => !same?.has(stack));
}

/** Empty where the program differs; a plan that cannot be made on either side is never the same. */
function stacksWithSamePlan({ base, head, isSameProgram }: Comparison): ReadonlySet<string> {
  if (!isSameProgram) return new Set();
  const [before, after] = [new SharedFiles(base.root), new SharedFiles(head.root)];
  const isSame = (planOf: (shared: SharedFiles) => unknown): boolean => {
    try {
      return isDeepStrictEqual(planOf(before), planOf(after));
    } catch {
      // Its synthesis says why.
      return false;
    }
  };
  const known = new Set(base.cellIds());
  const cells = head
    .cellIds()
    .filter((id) => known.has(id) && isSame((shared) => readCellPlan(id, shared.root, shared).plan));
  const isControlPlaneSame = isSame((shared) => readControlPlanePlan(shared.root, shared));
  return new Set([
    ...cells.flatMap((id) => [cellStackName(id), cellPlatformStackName(id)]),
    ...(isControlPlaneSame ? [controlPlaneStackName] : []),
  ]);
}
