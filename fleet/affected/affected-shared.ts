import { isDeepStrictEqual } from "node:util";
import { cellStackName } from "../../model/stack-names.ts";
import type { Comparison } from "../base/fleet-side.ts";
import { cellClasses } from "../classes/cell-classes.ts";
import { compareStacks } from "../diff/compare-stacks.ts";
import { planFailure } from "../plan/failure-words.ts";
import type { PlanFailure } from "../plan/fleet-plan.ts";
import { sharedStacksToCompare } from "../plan/shared-plans.ts";
import { type SynthesisedPair, synthesisedPairs } from "../plan/synthesised-pairs.ts";

/** What an edit does to the stacks that no tenant owns. */
export interface AffectedShared {
  /** Names of those that change, sorted. */
  readonly stacks: readonly string[];
  /** Cells that publish something else to their tenants than before. */
  readonly cellsWithOtherOutputs: ReadonlySet<string>;
  readonly failures: readonly PlanFailure[];
}

/** Compares cells and the control plane; of cells that are alike but for id and account, one is looked at. */
export async function affectedShared(comparison: Comparison): Promise<AffectedShared> {
  const wanted = sharedStacksToCompare(comparison);
  const alike = stacksAlike(comparison, new Set(wanted.map(({ stack }) => stack)));
  const first = wanted.filter(({ stack }) => !isFollower(stack, alike));
  const found: AffectedShared[] = [];
  for await (const pair of synthesisedPairs(comparison, first)) {
    found.push(foundIn(pair, alike.get(pair.stack) ?? [pair.stack]));
  }
  return {
    stacks: found.flatMap(({ stacks }) => stacks).toSorted(),
    cellsWithOtherOutputs: new Set(found.flatMap(({ cellsWithOtherOutputs }) => [...cellsWithOtherOutputs])),
    failures: found.flatMap(({ failures }) => failures),
  };
}

/** What one stack says of itself and of those that are like it. */
function foundIn(pair: SynthesisedPair, like: readonly string[]): AffectedShared {
  const failure = failureOf(pair);
  if (failure !== undefined) return { stacks: [], cellsWithOtherOutputs: new Set(), failures: [failure] };
  const cells = areOutputsSame(pair) ? [] : like.map((name) => name.replace(/^cell-/, ""));
  return { stacks: isStackChanged(pair) ? like : [], cellsWithOtherOutputs: new Set(cells), failures: [] };
}

/** Name of a first stack → names of those that an edit does the same to, itself included. */
function stacksAlike(comparison: Comparison, known: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const classes = new Map<string, string[]>();
  for (const [cell, name] of cellClasses(comparison)) classes.set(name, [...(classes.get(name) ?? []), cell]);
  const alike = new Map<string, readonly string[]>();
  for (const cells of classes.values()) {
    for (const suffix of ["", "-platform"]) {
      const names = cells.map((cell) => `${cellStackName(cell)}${suffix}`).filter((name) => known.has(name));
      if (names[0] !== undefined) alike.set(names[0], names);
    }
  }
  return alike;
}

const isFollower = (stack: string, alike: ReadonlyMap<string, readonly string[]>): boolean =>
  [...alike].some(([first, names]) => first !== stack && names.includes(stack));

function failureOf({ stack, base, head }: SynthesisedPair): PlanFailure | undefined {
  if (head?.kind === "failed") return planFailure(stack, "head", head.error);
  return base?.kind === "failed" ? planFailure(stack, "base", base.error) : undefined;
}

const declared = (side: SynthesisedPair["base"]) => (side?.kind === "synthesised" ? side.stack : undefined);

const isStackChanged = ({ base, head }: SynthesisedPair): boolean =>
  compareStacks(declared(base), declared(head)).operations.length > 0;

const areOutputsSame = ({ base, head }: SynthesisedPair): boolean =>
  isDeepStrictEqual(declared(base)?.outputs, declared(head)?.outputs);
