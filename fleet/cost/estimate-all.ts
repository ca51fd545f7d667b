import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import { synthFleet } from "../synth/fleet.ts";
import { baseClassOf } from "./base-class.ts";
import { estimateStack, estimateTenant, type StackEstimate } from "./estimate-stack.ts";
import type { FindBook } from "./price-charges.ts";
import { type PricedResources, priceResources } from "./price-resources.ts";

/** Something that could not be estimated; it stops nothing else. */
export interface CostFailure {
  readonly stack: string;
  readonly error: unknown;
}

/** What is to be estimated. */
export interface EstimateRequest {
  /** The fleet's folder. */
  readonly root: string;
  /** Stacks that are no tenants'. */
  readonly others: readonly string[];
  /** By tenant's id. */
  readonly plans: ReadonlyMap<string, TenantPlan>;
  readonly books: FindBook;
  readonly isExhaustive: boolean;
}

export interface StackEstimates {
  /** By stack. */
  readonly estimates: ReadonlyMap<string, StackEstimate>;
  readonly failures: readonly CostFailure[];
}

/**
 * Estimates stacks one after the other and keeps none of them, so that memory holds what they cost alone. A tenant whose
 * plan says what an earlier one's did costs by being there what that one does, and is not synthesised; its use is its own.
 */
export async function estimateAll(request: EstimateRequest): Promise<StackEstimates> {
  const { root, others, plans, books, isExhaustive } = request;
  const estimates = new Map<string, StackEstimate>();
  const failures: CostFailure[] = [];
  const priced = new Map<string, PricedResources>();
  let current = "";
  // Each is asked for when the one before it is estimated, so that what is known by then is not synthesised again.
  function* unknownStacks(): Generator<string> {
    yield* others;
    for (const [id, plan] of plans) {
      current = isExhaustive ? id : baseClassOf(plan);
      const there = priced.get(current);
      if (there === undefined) yield id;
      else estimates.set(id, estimateTenant(there, plan, books));
    }
  }
  for await (const one of synthFleet(unknownStacks(), root)) {
    if (one.kind === "failed") {
      failures.push({ stack: one.id, error: one.error });
      continue;
    }
    const { stack } = one.stack;
    const plan = plans.get(stack);
    if (plan === undefined) {
      estimates.set(stack, estimateStack(one.stack, undefined, books));
    } else {
      const there = priceResources(one.stack.resources, books);
      priced.set(current, there);
      estimates.set(stack, estimateTenant(there, plan, books));
    }
  }
  return { estimates, failures };
}
