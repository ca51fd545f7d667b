import { cellStackName } from "../../model/stack-names.ts";
import type { Comparison } from "../base/fleet-side.ts";
import { cellClasses } from "../classes/cell-classes.ts";
import type { RepeatedChange } from "./change-group.ts";
import { examineShared } from "./examined-tenants.ts";
import type { PlanTally } from "./plan-tally.ts";
import { cellOfStack, sharedStacks } from "./shared-stacks.ts";
import type { WantedStack } from "./synthesised-pairs.ts";

/** What an edit does to the stacks that no tenant owns. */
export interface SharedChanges {
  readonly changes: readonly RepeatedChange[];
  /** Stacks that hand out other values than before, or that could not be looked at. */
  readonly handOutOthers: ReadonlySet<string>;
}

/** Synthesises cells and the control plane and compares them: of cells alike but for id and account the first one. */
export async function planShared(
  comparison: Comparison,
  tally: PlanTally,
  { isExhaustive }: { readonly isExhaustive: boolean },
): Promise<SharedChanges> {
  const classes = isExhaustive ? undefined : cellClasses(comparison);
  const alike = Map.groupBy(sharedStacks(comparison), (one) => classOf(one, classes));
  const first = new Map([...alike.values()].flatMap((stacks) => stacks.slice(0, 1).map((one) => [one.stack, stacks])));
  const wanted = [...first.values()].flatMap((stacks) => stacks.slice(0, 1));
  tally.expect(wanted.length);
  const changes: RepeatedChange[] = [];
  const handOutOthers = new Set([...first.values()].flat().map(({ stack }) => stack));
  for await (const { stack, change, areOutputsSame } of tally.examined(examineShared(comparison, wanted))) {
    const stacks = (first.get(stack) ?? []).map((one) => one.stack);
    if (change.difference.operations.length > 0) changes.push({ kind: "shared", stacks, change });
    if (areOutputsSame) for (const one of stacks) handOutOthers.delete(one);
  }
  return { changes, handOutOthers };
}

/** Whether a tenant's cell hands out other values than before; one that is not known counts as one that does. */
export const hasOtherCell = ({ handOutOthers }: SharedChanges, cell: string | undefined): boolean =>
  cell === undefined || handOutOthers.has(cellStackName(cell));

function classOf({ stack, inBase, inHead }: WantedStack, classes: ReadonlyMap<string, string> | undefined): string {
  const cell = cellOfStack(stack);
  const name = cell === undefined ? undefined : classes?.get(cell.id);
  return name === undefined ? stack : `${cell?.kind} ${inBase} ${inHead} ${name}`;
}
