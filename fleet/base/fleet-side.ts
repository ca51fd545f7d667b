import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import type { Synthesis } from "../synth/fleet.ts";

/** What planning one tenant came to. */
export type PlanOutcome =
  | { readonly kind: "planned"; readonly plan: TenantPlan }
  /** What was thrown: a `ProblemsError` where the files are at fault. */
  | { readonly kind: "failed"; readonly error: unknown };

/**
 * One side of a comparison: a fleet as its own files and its own program have it, wherever they are. Nothing is read
 * before it is asked for, so that an edit of one file among ten thousand costs the one.
 */
export interface FleetSide {
  readonly name: "base" | "head";
  /** Commit; of a head with `+dirty` where the checkout has changes of its own; `none` without git. */
  readonly commit: string;
  /** Folder with this side's fleet: the shared files, and of the tenants' those that were asked for. */
  readonly root: string;
  /** Sorted. */
  tenantIds(): readonly string[];
  /** Sorted. */
  cellIds(): readonly string[];
  /** Texts of tenants' files as they stand on this side; an unknown id is left out. */
  tenantTexts(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Plans by this side's own program. */
  plans(ids: readonly string[]): Promise<ReadonlyMap<string, PlanOutcome>>;
  /** Stacks, tenants' and cells', by this side's own program, in the order asked for; one that fails stops no other. */
  synthesise(stacks: readonly string[]): AsyncIterable<Synthesis>;
}

/** Two sides, and what is known to be alike without looking closely. */
export interface Comparison {
  readonly base: FleetSide;
  readonly head: FleetSide;
  /**
   * Sources and catalog are the same bytes on both sides. Both run with the packages that are installed here, so other
   * locked versions are a warning and no difference.
   */
  readonly isSameProgram: boolean;
  /** Tiers, cells, `fleet.yaml` and the application's files are the same bytes on both sides. */
  readonly areSharedFilesSame: boolean;
  /** Tenants whose files differ in bytes, appear or are gone, sorted: by git's own comparison, nothing else is read. */
  readonly touchedTenants: readonly string[];
  /** What a person should know of how it was compared; empty as a rule. */
  readonly warnings: readonly string[];
  /** Takes away what was put on the disk. Safe to call twice. */
  dispose(): void;
}
