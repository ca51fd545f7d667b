import type { Comparison } from "../base/fleet-side.ts";
import { sumCostChanges } from "../cost/cost-change.ts";
import { groupChanges, type RepeatedChange } from "./change-group.ts";
import { type Examination, examineShared, examineTenants } from "./examined-tenants.ts";
import type { FleetPlan, PlanFailure } from "./fleet-plan.ts";
import { type FleetScope, fleetScope } from "./fleet-scope.ts";
import { gateVerdicts } from "./gate-verdicts.ts";
import { sharedStacks } from "./shared-stacks.ts";
import type { WantedStack } from "./synthesised-pairs.ts";

/** How far a plan has come: stacks that were looked at, of those that have to be. */
export interface PlanProgress {
  readonly done: number;
  readonly total: number;
}

export interface FleetPlanOptions {
  /** The day in UTC on which exceptions are held to it, `YYYY-MM-DD`. */
  readonly today: string;
  /** Ids of the tenants to plan; absent: all that the edit may touch. */
  readonly tenants?: readonly string[];
  /** Synthesises every tenant instead of a few of each class. */
  readonly isExhaustive?: boolean;
  readonly onProgress?: (progress: PlanProgress) => void;
}

/**
 * What an edit does to a whole fleet: who is affected, what happens to each, what gates say of it and what it costs.
 * Needs neither engine nor cloud, and touches no file.
 *
 * A tenant that cannot be planned is among `failures` and stops no other.
 */
export async function planFleet(comparison: Comparison, options: FleetPlanOptions): Promise<FleetPlan> {
  const scope = fleetScope(comparison, options.tenants);
  const shared = options.tenants === undefined ? sharedStacks(comparison) : [];
  const wanted = [...wantedTenants(scope)];
  const progress = counter(wanted.length + shared.length, options.onProgress);
  const tenants = await collect(examineTenants(comparison, wanted), progress);
  const stacks = await collect(examineShared(comparison, shared), progress);
  const gone = new Set(scope.gone);
  const changes = [
    ...tenants.examined.map((one): RepeatedChange => {
      const kind = gone.has(one.stack) ? "off-boarding" : "tenant";
      return { kind, stacks: [one.stack], change: one.change };
    }),
    ...stacks.examined.map((one): RepeatedChange => ({ kind: "shared", stacks: [one.stack], change: one.change })),
  ].filter(({ change }) => change.isPlanChanged || change.difference.operations.length > 0);
  return {
    base: comparison.base.commit,
    head: comparison.head.commit,
    affected: stacksOf(changes, (kind) => kind !== "shared"),
    affectedStacks: stacksOf(changes, (kind) => kind === "shared"),
    groups: groupChanges(changes),
    gates: await gateVerdicts(comparison, changes, options.today),
    cost: sumCostChanges(changes.map(({ change, stacks: { length } }) => ({ change: change.cost, stacks: length }))),
    failures: [...tenants.failures, ...stacks.failures],
    effort: {
      mode: options.isExhaustive === true ? "exhaustive" : "classes",
      tenants: scope.total,
      classes: wanted.length,
      synthesised: 2 * (tenants.examined.length + stacks.examined.length),
      resources: tenants.resources + stacks.resources,
    },
  };
}

/** Every tenant by itself. */
function* wantedTenants({ kept, added, gone }: FleetScope): Generator<WantedStack> {
  for (const stack of kept) yield { stack, inBase: true, inHead: true };
  for (const stack of added) yield { stack, inBase: false, inHead: true };
  for (const stack of gone) yield { stack, inBase: true, inHead: false };
}

const stacksOf = (
  changes: readonly RepeatedChange[],
  isWanted: (kind: RepeatedChange["kind"]) => boolean,
): readonly string[] =>
  changes
    .filter(({ kind }) => isWanted(kind))
    .flatMap(({ stacks }) => stacks)
    .toSorted();

interface Collected {
  readonly examined: Extract<Examination, { readonly kind: "examined" }>[];
  readonly failures: PlanFailure[];
  resources: number;
}

async function collect(examinations: AsyncIterable<Examination>, onOne: () => void): Promise<Collected> {
  const collected: Collected = { examined: [], failures: [], resources: 0 };
  for await (const one of examinations) {
    if (one.kind === "failed") {
      collected.failures.push(one.failure);
    } else {
      collected.examined.push(one);
      collected.resources += one.resources;
    }
    onOne();
  }
  return collected;
}

function counter(total: number, onProgress: FleetPlanOptions["onProgress"]): () => void {
  let done = 0;
  return () => {
    done += 1;
    onProgress?.({ done, total });
  };
}
