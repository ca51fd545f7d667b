import { policyGrowth } from "../rights/policy-growth.ts";
import { rightChanges } from "../rights/right-changes.ts";
import { type Gate, gateOf } from "./gate.ts";

/**
 * No right grows: in AWS by policies, trust, attachments and boundaries, in Kubernetes, in PostgreSQL and in the cache.
 * What is new counts as grown; of a stack that is new as a whole nothing is said, since nobody had anything there.
 */
export const iamBroadening: Gate = gateOf("iam-broadening", ({ stack, base, head, difference }) => {
  if (base === undefined || head === undefined || difference.operations.length === 0) return [];
  return [...policyGrowth(base, head), ...rightChanges(base, head)].map((growth) => ({ stack, ...growth }));
});
