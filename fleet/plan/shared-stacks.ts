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

/** The cell that a stack is of, and which of its two stacks it is; undefined for the control plane's and tenants'. */
export function cellOfStack(stack: string): { readonly id: string; readonly kind: "cell" | "platform" } | undefined {
  const match = /^cell-(.+?)(-platform)?$/.exec(stack);
  return match?.[1] === undefined ? undefined : { id: match[1], kind: match[2] === undefined ? "cell" : "platform" };
}
