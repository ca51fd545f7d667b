import type { Operation, OperationKind, PropertyChange } from "../diff/stack-difference.ts";
import type { GateVerdict } from "../gates/gate.ts";

/** How dangerous a group of changes is, most dangerous first. */
export const dangers = [
  "data-bearing",
  "right-grown",
  "protection-loosened",
  "network-opened",
  "replace",
  "update",
  "create",
  "none",
] as const;
export type Danger = (typeof dangers)[number];

/** A property's change with the line of a file that decided it, where one did. */
export interface DecidedChange extends PropertyChange {
  /** `tiers/professional.yaml:16:21`. */
  readonly decidedBy?: string;
  /** Both sides are JSON texts, and `before` and `after` hold, as data, only the parts in which they differ. */
  readonly isPart?: true;
}

/** An operation that all stacks of a group have in common. Names carry `{tenant}` and `{uid}` where a tenant's stand. */
export interface GroupOperation extends Omit<Operation, "properties"> {
  readonly properties: readonly DecidedChange[];
  /** The worst that this operation does by itself; absent where nobody judged it: then the group's danger speaks for it. */
  readonly danger?: Danger;
}

/** Stacks that the edit does the same to. */
export interface ChangeGroup {
  /** Ids of tenants, sorted; in a group of cells and control planes the stacks' names (`cell-us-1`). */
  readonly tenants: readonly string[];
  readonly danger: Danger;
  readonly operations: readonly GroupOperation[];
  /** True where it is compared with recorded outputs instead of a synthesised base. */
  readonly predicted: boolean;
  /**
   * Their files are gone: a request to off-board, which no merge carries out. The operations are what off-boarding
   * would take away in the end.
   */
  readonly isOffBoarding?: true;
}

/** A tenant whose file is gone while a new one has its uid: for the platform, one that goes and one that comes. */
export interface RenamedTenant {
  readonly from: string;
  readonly to: string;
}

/** A stack that could not be planned; it stops no other. */
export interface PlanFailure {
  readonly stack: string;
  readonly side: "base" | "head";
  /** Words for a person, with the place where there is one. */
  readonly message: string;
  /** Where it is to be mended, `tenants/acme-corp.yaml:4:7`; absent where no line of a file is to blame. */
  readonly place?: string;
}

/** US dollars a month; list prices. */
export interface CostChange {
  readonly base: number;
  readonly head: number;
  readonly delta: number;
  /** Types of resources that have no price, each with how many there are in the head: never counted as 0. */
  readonly unpriced: Readonly<Record<string, number>>;
  /** The head's cost with little, usual and much use of what the tier sells. */
  readonly bands: { readonly low: number; readonly typical: number; readonly high: number };
  /** Regions that something in the head is in and no price book is of; absent where there is none. */
  readonly regionsWithoutPrices?: readonly string[];
  /** Day of the oldest price in the head, `2025-06-01`; absent where none was needed. */
  readonly pricesAsOf?: string;
}

/** How the answer was found. */
export interface PlanEffort {
  readonly mode: "classes" | "exhaustive";
  /** Tenants of the fleet, in the base or the head. */
  readonly tenants: number;
  readonly classes: number;
  /** Stacks that were synthesised, both sides counted. */
  readonly synthesised: number;
  readonly resources: number;
}

/** A resource on which the engine's own preview says something else than was predicted. */
export interface PreviewDisagreement {
  readonly stack: string;
  readonly urn: string;
  readonly predicted: OperationKind | "same";
  readonly engine: OperationKind | "same";
}

/** What real engine previews of a few stacks of each group said. */
export interface PreviewConfirmation {
  /** How many stacks of each group were asked for. */
  readonly perGroup: number;
  /** Stacks on which the engine gave its word. */
  readonly previewed: readonly string[];
  /** Stacks that were never brought up: the engine has nothing to compare with. */
  readonly notProvisioned: readonly string[];
  /** Stacks of which the engine could not say anything, in its own words. */
  readonly failures: readonly { readonly stack: string; readonly reason: string }[];
  readonly disagreements: readonly PreviewDisagreement[];
  readonly seconds: number;
}

/** What an edit does to a whole fleet. */
export interface FleetPlan {
  /** Commit of the base. */
  readonly base: string;
  /** Commit of the head, with `+dirty` where the checkout has changes of its own. */
  readonly head: string;
  /** Ids of all tenants whose resolved plan or resources change, sorted. */
  readonly affected: readonly string[];
  /** Cells' and control planes' stacks that change. */
  readonly affectedStacks: readonly string[];
  /** Most dangerous first. */
  readonly groups: readonly ChangeGroup[];
  /** What gates found; empty where all let it through. */
  readonly gates: readonly GateVerdict[];
  readonly cost: CostChange;
  readonly failures: readonly PlanFailure[];
  /** Absent where none is. */
  readonly renamed?: readonly RenamedTenant[];
  readonly effort: PlanEffort;
  /**
   * Compared with recorded state: URNs of resources of which it is not known whether they change, since a secret of
   * theirs is recorded encrypted. Absent where of all it is known.
   */
  readonly uncompared?: readonly string[];
  /** Absent where the engine was not asked. */
  readonly confirmation?: PreviewConfirmation;
}
