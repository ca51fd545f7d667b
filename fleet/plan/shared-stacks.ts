import { cellPlatformStackName, cellStackName, controlPlaneStackName } from "../../model/stack-names.ts";
import type { Comparison } from "../base/fleet-side.ts";
import type { WantedStack } from "./synthesised-pairs.ts";

/**
 * The stacks that no tenant owns and that an edit may change: none where shared files and program are the same bytes on
 * both sides, since nothing else decides them.
 */
export function sharedStacks(comparison: Comparison): readonly WantedStack[] {
  const { base, head, isSameProgram, areSharedFilesSame } = comparison;
  if (isSameProgram && areSharedFilesSame) return [];
  const [before, after] = [new Set(base.cellIds()), new Set(head.cellIds())];
  const cells = [...new Set([...before, ...after])].toSorted();
  return [
    { stack: controlPlaneStackName, inBase: true, inHead: true },
    ...cells.flatMap((cell) =>
      [cellStackName(cell), cellPlatformStackName(cell)].map((stack) => ({
        stack,
        inBase: before.has(cell),
        inHead: after.has(cell),
      })),
    ),
  ];
}
