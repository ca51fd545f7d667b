import { isDeepStrictEqual } from "node:util";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import {
  cellTokens,
  type IdentityToken,
  predictionTokens,
  tenantTokens,
  tokensOfBothSides,
} from "../classes/identity-tokens.ts";
import { type NormalisedDifference, normaliseDifference } from "../classes/normalised-difference.ts";
import { IdentityReplacer } from "../classes/replace-identity.ts";
import { costChange, type StackCostChange } from "../cost/cost-change.ts";
import { compareStacks } from "../diff/compare-stacks.ts";
import type { GateFinding } from "../gates/gate.ts";
import { findGateFindings } from "../gates/index.ts";
import type { SynthesisedStack } from "../synth/synthesised-stack.ts";
import { cellOfStack } from "./shared-stacks.ts";

/** A tenant's plans; a side on which it is not is absent, and both are for a cell or control plane. */
export interface PlanSides {
  readonly base?: TenantPlan;
  readonly head?: TenantPlan;
}

/** A stack as both sides declare it; a side on which it is not is absent. */
export interface DeclaredSides {
  readonly stack: string;
  readonly base?: SynthesisedStack;
  readonly head?: SynthesisedStack;
}

/** What an edit does to one stack, in words that stacks alike share: their own identity stands as tokens. */
export interface StackChange {
  readonly difference: NormalisedDifference;
  readonly findings: readonly GateFinding[];
  readonly cost: StackCostChange;
  /** Whether the tenant's resolved plan differs, be it that no resource does. */
  readonly isPlanChanged: boolean;
}

/** Compares one stack's two sides: operations, what gates find, and cost. */
export function stackChange(declared: DeclaredSides, plans: PlanSides): StackChange {
  const { base, head } = declared;
  const difference = compareStacks(base, head);
  const identity = new IdentityReplacer(
    tokensOfBothSides(identityOf(declared, plans.base, base), identityOf(declared, plans.head, head)),
    difference.operations.length === 0 ? [] : tokensOfBothSides(predictionTokens([base]), predictionTokens([head])),
  );
  const findings = findGateFindings({
    ...declared,
    difference,
    ...(plans.base === undefined ? {} : { basePlan: plans.base }),
    ...(plans.head === undefined ? {} : { headPlan: plans.head }),
  });
  return {
    difference: normaliseDifference(difference, identity),
    findings: findings.map((finding) => identity.value(finding) as GateFinding),
    cost: costChange(costedSide(base, plans.base), costedSide(head, plans.head)),
    isPlanChanged: isPlanChanged(plans),
  };
}

/** Whether two plans of a tenant say the same; where a value came from is not part of what they say. */
export function isPlanChanged({ base, head }: PlanSides): boolean {
  if (base === undefined || head === undefined) return base !== head;
  return !isDeepStrictEqual({ ...base, origins: {} }, { ...head, origins: {} });
}

function identityOf(
  { stack }: DeclaredSides,
  plan: TenantPlan | undefined,
  declared: SynthesisedStack | undefined,
): readonly IdentityToken[] {
  if (plan !== undefined) return tenantTokens(plan);
  const cell = declared === undefined ? undefined : cellIdentity(stack, declared);
  return cell === undefined ? [] : cellTokens(cell);
}

/** Id and account of the cell that a cell's stack is of. */
function cellIdentity(stack: string, { resources }: SynthesisedStack) {
  const cell = cellOfStack(stack);
  const provider = resources.find(({ type }) => type === "pulumi:providers:aws")?.inputs["allowedAccountIds"];
  const account = typeof provider === "string" ? /\d{12}/.exec(provider)?.[0] : undefined;
  return cell === undefined ? undefined : { id: cell.id, accountId: account ?? "" };
}

const costedSide = (stack: SynthesisedStack | undefined, plan: TenantPlan | undefined) =>
  stack === undefined ? undefined : { stack, ...(plan === undefined ? {} : { plan }) };
