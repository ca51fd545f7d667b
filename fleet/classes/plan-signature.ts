import { hash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import type { PlanSides } from "../plan/stack-change.ts";
import { tenantTokens, tokensOfBothSides } from "./identity-tokens.ts";
import { differingJsonPart } from "./json-part.ts";
import { IdentityReplacer } from "./replace-identity.ts";

/** The signature of plans that say the same. */
export const unchanged = "unchanged";

/**
 * How a tenant's plan changes, the same text for tenants whose plans change in the same way: which values, from what to
 * what, with identity by tokens. Where one side is not there, that alone.
 */
export function planSignature({ base, head }: PlanSides): string {
  if (base === undefined || head === undefined) return base === undefined ? "added" : "gone";
  const changes: unknown[] = [];
  // Where a value came from is not part of what a plan says.
  addChanges({ ...base, origins: {} }, { ...head, origins: {} }, "", changes);
  if (changes.length === 0) return unchanged;
  const identity = new IdentityReplacer(tokensOfBothSides(tenantTokens(base), tenantTokens(head)));
  return hash("sha256", JSON.stringify(identity.value(changes)));
}

/** What decides by its kind alone which resources there are. */
export const planKind = ({ base, head }: PlanSides): string =>
  JSON.stringify([base, head].map((plan) => (plan === undefined ? null : kindOf(plan))));

const kindOf = ({ tenant, phase }: TenantPlan): unknown => [tenant.tier, tenant.tierVersion, tenant.isolation, phase];

function addChanges(before: unknown, after: unknown, path: string, changes: unknown[]): void {
  if (isContainer(before) && isContainer(after) && Array.isArray(before) === Array.isArray(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    for (const key of keys) addChanges(before[key], after[key], `${path}.${key}`, changes);
  } else if (!isDeepStrictEqual(before, after)) {
    // Of a text that says more than what changes, a dashboard for one, the rest is the tenant's own.
    changes.push([path, differingJsonPart(before, after) ?? { before, after }]);
  }
}

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
