import { type GateName, gates } from "../../model/gates.ts";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import type { StackDifference, StackSides } from "../diff/stack-difference.ts";

/** What a gate looks at: one stack before and after, and what the engine would do. */
export interface GatedChange extends StackSides {
  readonly difference: StackDifference;
  /** Resolved plans of a tenant; absent for cells, the control plane, and the side that is not there. */
  readonly basePlan?: TenantPlan;
  readonly headPlan?: TenantPlan;
}

/** Something that a gate does not let through without an exception. */
export interface GateFinding {
  /** The gate's name, as `exceptions` in a tenant's file names it: `data-bearing-replace`. */
  readonly gate: string;
  readonly stack: string;
  /** Logical name of the resource; absent where the stack as a whole is meant. */
  readonly resource?: string;
  readonly property?: string;
  /** What is wrong, what was found and what is allowed, in a sentence. */
  readonly reason: string;
}

/** A rule over one stack's change: a pure function, one file each. */
export interface Gate {
  readonly name: GateName;
  /** What it holds, for `--help`, the documentation and reports. */
  readonly summary: string;
  readonly find: (change: GatedChange) => readonly GateFinding[];
}

/** A gate of that name, which puts its name on each finding. */
export const gateOf = (name: GateName, find: (change: GatedChange) => readonly Omit<GateFinding, "gate">[]): Gate => ({
  name,
  summary: gates[name].summary,
  find: (change) => find(change).map((finding) => ({ gate: name, ...finding })),
});

/** An exception of a tenant's file, as far as gates look at it. */
export interface GateException {
  readonly gate: string;
  readonly resource: string;
  readonly property?: string;
  readonly reason: string;
  readonly approvedBy: string;
  /** Last day on which it holds: `2026-12-31`. */
  readonly until: string;
}

/** What became of a finding. */
export interface GateVerdict extends GateFinding {
  readonly verdict: "refused" | "excepted";
  /** The exception that lifts it; for a refused one, the one that has ended or does not fit, if there is one. */
  readonly exception?: GateException;
}
