import { isDeepStrictEqual } from "node:util";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import type { Comparison, FleetSide, PlanOutcome } from "../base/fleet-side.ts";
import { planFailure } from "./failure-words.ts";
import type { PlanFailure } from "./fleet-plan.ts";
import type { PlanSides } from "./stack-change.ts";
import { type StackChange, stackChange } from "./stack-change.ts";
import { type SynthesisedPair, synthesisedPairs, type WantedStack } from "./synthesised-pairs.ts";

/** What looking closely at one stack came to. */
export type Examination =
  | {
      readonly kind: "examined";
      readonly stack: string;
      readonly change: StackChange;
      /** Whether it hands the same values to stacks that refer to it. */
      readonly areOutputsSame: boolean;
      /** Sides on which it was synthesised, and resources of both. */
      readonly sides: number;
      readonly resources: number;
    }
  | { readonly kind: "failed"; readonly failure: PlanFailure };

/** Synthesises tenants on both sides and compares them, one after the other; one that fails stops no other. */
export async function* examineTenants(
  comparison: Pick<Comparison, "base" | "head">,
  wanted: readonly WantedStack[],
): AsyncGenerator<Examination> {
  const byStack = new Map(wanted.map((one) => [one.stack, one]));
  for await (const pair of synthesisedPairs(comparison, wanted)) {
    const one = byStack.get(pair.stack);
    const { sides } = await plansOfBothSides(comparison, one === undefined ? [] : [one]);
    yield examine(pair, sides.get(pair.stack) ?? {});
  }
}

/** Synthesises stacks that belong to no tenant, and compares them. */
export async function* examineShared(
  comparison: Pick<Comparison, "base" | "head">,
  wanted: readonly WantedStack[],
): AsyncGenerator<Examination> {
  for await (const pair of synthesisedPairs(comparison, wanted)) yield examine(pair, {});
}

function examine({ stack, base, head }: SynthesisedPair, plans: PlanSides): Examination {
  if (head?.kind === "failed") return { kind: "failed", failure: planFailure(stack, "head", head.error) };
  if (base?.kind === "failed") return { kind: "failed", failure: planFailure(stack, "base", base.error) };
  const declared = {
    stack,
    ...(base === undefined ? {} : { base: base.stack }),
    ...(head === undefined ? {} : { head: head.stack }),
  };
  const resources = (base?.stack.resources.length ?? 0) + (head?.stack.resources.length ?? 0);
  const areOutputsSame = isDeepStrictEqual(base?.stack.outputs, head?.stack.outputs);
  const sides = [base, head].filter((side) => side !== undefined).length;
  return { kind: "examined", stack, change: stackChange(declared, plans), areOutputsSame, sides, resources };
}

/** Plans of tenants by id, and why a tenant has none; the head's fault goes before the base's. */
export interface PlansOfBothSides {
  readonly sides: ReadonlyMap<string, PlanSides>;
  readonly failures: ReadonlyMap<string, PlanFailure>;
}

/** Plans tenants on the sides on which they are. */
export async function plansOfBothSides(
  { base, head }: Pick<Comparison, "base" | "head">,
  wanted: readonly WantedStack[],
): Promise<PlansOfBothSides> {
  const [before, after] = await Promise.all([
    plansOf(
      base,
      wanted.filter(({ inBase }) => inBase),
    ),
    plansOf(
      head,
      wanted.filter(({ inHead }) => inHead),
    ),
  ]);
  const failures = new Map([...failuresOf(base, before), ...failuresOf(head, after)]);
  const sides = new Map(
    wanted.map(({ stack }): [string, PlanSides] => {
      const [one, other] = [planOf(before.get(stack)), planOf(after.get(stack))];
      return [stack, { ...(one === undefined ? {} : { base: one }), ...(other === undefined ? {} : { head: other }) }];
    }),
  );
  return { sides, failures };
}

const plansOf = async (side: FleetSide, wanted: readonly WantedStack[]): Promise<ReadonlyMap<string, PlanOutcome>> =>
  wanted.length === 0 ? new Map() : await side.plans(wanted.map(({ stack }) => stack));

const planOf = (outcome: PlanOutcome | undefined): TenantPlan | undefined =>
  outcome?.kind === "planned" ? outcome.plan : undefined;

const failuresOf = ({ name }: FleetSide, outcomes: ReadonlyMap<string, PlanOutcome>) =>
  [...outcomes].flatMap(([id, outcome]): [string, PlanFailure][] =>
    outcome.kind === "failed" ? [[id, planFailure(id, name, outcome.error)]] : [],
  );
