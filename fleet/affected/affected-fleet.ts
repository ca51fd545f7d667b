import type { Comparison } from "../base/fleet-side.ts";
import { type DocumentClass, documentClasses } from "../classes/document-class.ts";
import { compareStacks } from "../diff/compare-stacks.ts";
import { plansOfBothSides } from "../plan/examined-tenants.ts";
import { planFailure } from "../plan/failure-words.ts";
import type { PlanFailure } from "../plan/fleet-plan.ts";
import { fleetScope } from "../plan/fleet-scope.ts";
import { isPlanChanged } from "../plan/stack-change.ts";
import { synthesisedPairs, type WantedStack } from "../plan/synthesised-pairs.ts";
import { type AffectedShared, affectedShared } from "./affected-shared.ts";

/** Whom an edit concerns. Lists are sorted. */
export interface AffectedFleet {
  /** Tenants on both sides whose resolved plan differs, or whose stack does. */
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** Cells' and control planes' stacks that change. */
  readonly stacks: readonly string[];
  /** Of these it is not known. */
  readonly failures: readonly PlanFailure[];
  /** Tenants in the base or the head. */
  readonly total: number;
}

/** What looking at some tenants came to. */
interface Sorted {
  readonly changed: string[];
  readonly same: string[];
  readonly failures: PlanFailure[];
}

/**
 * Whom an edit concerns: tenants whose resolved plan changes, be it by their own file, a tier, a cell or the fleet's
 * file, and tenants whose resources change with the same plan, by the program or by what their cell publishes. A
 * comment concerns nobody.
 *
 * Tenants with the same document are asked once. One that cannot be planned is among `failures` and stops no other.
 */
export async function findAffected(comparison: Comparison): Promise<AffectedFleet> {
  const scope = fleetScope(comparison);
  const classes = await documentClasses(comparison, { kept: scope.kept, added: [], gone: [] });
  const byFirst = new Map(classes.map((one) => [firstOf(one), one]));
  const plans = await sortByPlans(comparison, [...byFirst.keys()]);
  const alone = await sortByPlans(comparison, othersOf(plans.failures, byFirst));
  const shared = await affectedShared(comparison);
  const candidates = plans.same.filter((id) => mayDiffer(comparison, byFirst.get(id), shared));
  const stacks = await sortByStacks(comparison, [...candidates, ...alone.same]);
  const membersOf = (id: string): readonly string[] => byFirst.get(id)?.members.map((member) => member.id) ?? [id];
  return {
    changed: [...[...plans.changed, ...stacks.changed].flatMap(membersOf), ...alone.changed].toSorted(),
    added: scope.added,
    gone: scope.gone,
    stacks: shared.stacks,
    failures: [...plans.failures, ...alone.failures, ...stacks.failures, ...shared.failures],
    total: scope.total,
  };
}

const firstOf = ({ members }: DocumentClass): string => members[0]?.id ?? "";

/** Where the first of a class cannot be planned, each of the others is asked by itself, since it may be for its name. */
const othersOf = (failures: readonly PlanFailure[], byFirst: ReadonlyMap<string, DocumentClass>): readonly string[] =>
  failures.flatMap(({ stack }) => byFirst.get(stack)?.members.slice(1) ?? []).map(({ id }) => id);

/** Whether resources may differ though the plan does not. */
function mayDiffer(
  { isSameProgram }: Comparison,
  one: DocumentClass | undefined,
  { cellsWithOtherOutputs }: AffectedShared,
): boolean {
  if (!isSameProgram) return true;
  if (cellsWithOtherOutputs.size === 0) return false;
  // A cell that stands in an unusual form in the tenant's file may be any.
  return one === undefined || one.members.some(({ cell }) => cell === undefined || cellsWithOtherOutputs.has(cell));
}

async function sortByPlans(comparison: Comparison, ids: readonly string[]): Promise<Sorted> {
  const sorted: Sorted = { changed: [], same: [], failures: [] };
  const { sides, failures } = await plansOfBothSides(comparison, ids.map(onBothSides));
  for (const id of ids) {
    const plans = sides.get(id) ?? {};
    const failure = failures.get(id);
    // What could not be planned before and can be now has changed.
    if (failure !== undefined && plans.head === undefined) sorted.failures.push(failure);
    else (isPlanChanged(plans) ? sorted.changed : sorted.same).push(id);
  }
  return sorted;
}

async function sortByStacks(comparison: Comparison, ids: readonly string[]): Promise<Sorted> {
  const sorted: Sorted = { changed: [], same: [], failures: [] };
  for await (const { stack, base, head } of synthesisedPairs(comparison, ids.map(onBothSides))) {
    if (head?.kind === "failed") sorted.failures.push(planFailure(stack, "head", head.error));
    else if (base?.kind === "failed") sorted.changed.push(stack);
    else {
      const { operations } = compareStacks(base?.stack, head?.stack);
      (operations.length > 0 ? sorted.changed : sorted.same).push(stack);
    }
  }
  return sorted;
}

const onBothSides = (stack: string): WantedStack => ({ stack, inBase: true, inHead: true });
