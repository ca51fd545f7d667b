import { cellStackName } from "../../model/stack-names.ts";
import type { Comparison } from "../base/fleet-side.ts";
import { cellClasses } from "../classes/cell-classes.ts";
import type { RepeatedChange } from "./change-group.ts";
import { examineShared } from "./examined-tenants.ts";
import type { PlanTally } from "./plan-tally.ts";
import { sharedStacksToCompare } from "./shared-plans.ts";
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
  const alike = isExhaustive ? eachAlone(comparison) : stacksAlike(comparison);
  const first = new Map([...alike.values()].flatMap((like) => like.slice(0, 1).map((one) => [one.stack, like])));
  const wanted = [...first.values()].flatMap((like) => like.slice(0, 1));
  tally.expect(wanted.length);
  const changes: RepeatedChange[] = [];
  const handOutOthers = new Set([...first.values()].flat().map(({ stack }) => stack));
  for await (const { stack, change, areOutputsSame } of tally.examined(examineShared(comparison, wanted))) {
    const like = (first.get(stack) ?? []).map((one) => one.stack);
    if (change.difference.operations.length > 0) changes.push({ kind: "shared", stacks: like, change });
    if (areOutputsSame) for (const one of like) handOutOthers.delete(one);
  }
  return { changes, handOutOthers };
}

const eachAlone = (comparison: Comparison): ReadonlyMap<string, readonly WantedStack[]> =>
  new Map(sharedStacks(comparison).map((one) => [one.stack, [one]]));

/** Stacks that an edit does the same to, without those that it does nothing to. */
function stacksAlike(comparison: Comparison): ReadonlyMap<string, readonly WantedStack[]> {
  const classes = cellClasses(comparison);
  return Map.groupBy(sharedStacksToCompare(comparison), (one) => classOf(one, classes));
}

/** Whether a tenant's cell hands out other values than before; one that is not known counts as one that does. */
export const hasOtherCell = ({ handOutOthers }: SharedChanges, cell: string | undefined): boolean =>
  cell === undefined || handOutOthers.has(cellStackName(cell));

function classOf({ stack, inBase, inHead }: WantedStack, classes: ReadonlyMap<string, string>): string {
  const cell = cellOfStack(stack);
  const name = cell === undefined ? undefined : classes.get(cell.id);
  return name === undefined ? stack : `${cell?.kind} ${inBase} ${inHead} ${name}`;
}
