import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import type { CostChange } from "../plan/fleet-plan.ts";
import type { SynthesisedStack } from "../synth/synthesised-stack.ts";
import { always, type CostBands, nothing, plus } from "./bands.ts";
import { estimateStack, type StackEstimate } from "./estimate-stack.ts";
import { type MicroUsd, usdOf } from "./money.ts";
import { costOfPodsOnCell } from "./pods-on-cell.ts";
import { type FindBook, ownBooks } from "./price-charges.ts";

/** One stack on one side of an edit, as far as its cost goes. */
export interface CostedSide {
  readonly stack: Pick<SynthesisedStack, "resources">;
  /** A tenant's, for what it will use of what its tier sells; absent for cells and the control plane. */
  readonly plan?: TenantPlan;
}

/** What an edit does to the monthly cost of one stack; list prices. */
export interface StackCostChange {
  /** With usual use; 0 where the side is not there. */
  readonly base: MicroUsd;
  readonly head: MicroUsd;
  /** The head's cost with little, usual and much use; `typical` is `head`. */
  readonly bands: CostBands;
  /** Types in the head that no price is known of, each with how many there are. */
  readonly unpriced: Readonly<Record<string, number>>;
  /** Regions that the head is in and no price book is of. */
  readonly regionsWithoutBook: readonly string[];
  /** Day of the oldest price in the head, `2025-06-01`; absent where none was needed. */
  readonly pricesAsOf?: string;
}

/**
 * What one stack costs a month before and after an edit: its own resources, their use, and what its pods take of its
 * cell's nodes. What else a tenant shares with others is not in it: that is in the cost of its cell's stack.
 *
 * @param base absent where the stack is new.
 * @param head absent where the stack goes.
 * @param books prices by Region; absent: those of the catalog. Both sides are priced alike.
 */
export function costChange(
  base: CostedSide | undefined,
  head: CostedSide | undefined,
  books: FindBook = ownBooks,
): StackCostChange {
  const before = base && estimateStack(base.stack, base.plan, books);
  const after = head && estimateStack(head.stack, head.plan, books);
  const pricesAsOf = after && oldestPrice(after);
  const bands = plus(after?.total ?? nothing, always(costOfPodsOnCell(head?.plan, books)));
  return {
    base: (before?.total.typical ?? 0) + costOfPodsOnCell(base?.plan, books),
    head: bands.typical,
    bands,
    unpriced: after?.unpriced ?? {},
    regionsWithoutBook: after?.regionsWithoutBook ?? [],
    ...(pricesAsOf === undefined ? {} : { pricesAsOf }),
  };
}

/** ISO 8601 days sort as text. */
const older = (one: string | undefined, other: string | undefined): string | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one;

const oldestPrice = ({ baseLines, usageLines }: StackEstimate): string | undefined =>
  [...baseLines, ...usageLines.high].reduce<string | undefined>(
    (oldest, line) => older(oldest, line.effective),
    undefined,
  );

/** The same change in several stacks. */
export interface RepeatedCostChange {
  readonly change: StackCostChange;
  /** How many stacks it stands for. */
  readonly stacks: number;
}

/** Adds up changes of many stacks, exactly; the result is in dollars. */
export function sumCostChanges(changes: Iterable<RepeatedCostChange>): CostChange {
  const sum = { base: 0, head: 0, low: 0, typical: 0, high: 0 };
  const unpriced = new Map<string, number>();
  const withoutBook = new Set<string>();
  let pricesAsOf: string | undefined;
  for (const { change, stacks } of changes) {
    sum.base += change.base * stacks;
    sum.head += change.head * stacks;
    sum.low += change.bands.low * stacks;
    sum.typical += change.bands.typical * stacks;
    sum.high += change.bands.high * stacks;
    for (const [type, count] of Object.entries(change.unpriced)) {
      unpriced.set(type, (unpriced.get(type) ?? 0) + count * stacks);
    }
    pricesAsOf = older(pricesAsOf, change.pricesAsOf);
    for (const region of change.regionsWithoutBook) withoutBook.add(region);
  }
  return {
    base: usdOf(sum.base),
    head: usdOf(sum.head),
    delta: usdOf(sum.head - sum.base),
    unpriced: Object.fromEntries([...unpriced].toSorted(([one], [other]) => one.localeCompare(other))),
    bands: { low: usdOf(sum.low), typical: usdOf(sum.typical), high: usdOf(sum.high) },
    ...(withoutBook.size === 0 ? {} : { regionsWithoutPrices: [...withoutBook].toSorted() }),
    ...(pricesAsOf === undefined ? {} : { pricesAsOf }),
  };
}
