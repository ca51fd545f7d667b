import type { Comparison } from "../base/fleet-side.ts";
import { sumCostChanges } from "../cost/cost-change.ts";
import { groupChanges, type RepeatedChange } from "./change-group.ts";
import { decidedGroups } from "./decided-groups.ts";
import type { CostChange, FleetPlan } from "./fleet-plan.ts";
import { fleetScope } from "./fleet-scope.ts";
import { costVerdicts, gateVerdicts } from "./gate-verdicts.ts";
import { planEveryTenant } from "./plan-every-tenant.ts";
import { planShared } from "./plan-shared.ts";
import { type PlanProgress, PlanTally } from "./plan-tally.ts";
import { planTenantClasses } from "./plan-tenant-classes.ts";
import { renamedTenants } from "./renamed-tenants.ts";

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
  const { tenants: asked, isExhaustive = false, today, onProgress } = options;
  const scope = fleetScope(comparison, asked);
  const tally = new PlanTally(onProgress);
  const shared = asked === undefined ? await planShared(comparison, tally, { isExhaustive }) : undefined;
  const tenants = isExhaustive
    ? await planEveryTenant(comparison, scope, tally)
    : await planTenantClasses(comparison, { scope, shared, tally });
  const changes = [...tenants.changes, ...(shared?.changes ?? [])];
  const areCellsSame = comparison.areSharedFilesSame || shared?.handOutOthers.size === 0;
  const renamed = asked === undefined ? await renamedTenants(comparison, scope) : [];
  return {
    base: comparison.base.commit,
    head: comparison.head.commit,
    affected: stacksOf(changes, (kind) => kind !== "shared"),
    affectedStacks: stacksOf(changes, (kind) => kind === "shared"),
    groups: await decidedGroups(comparison, groupChanges(changes), areCellsSame),
    gates: [
      ...(await gateVerdicts(comparison, changes, today)),
      ...costVerdicts(costOf(changes.filter(({ change }) => change.cost.base > 0)), comparison.head, today),
    ],
    cost: costOf(changes),
    failures: tally.failures.toSorted((one, other) => one.stack.localeCompare(other.stack)),
    ...(renamed.length === 0 ? {} : { renamed }),
    effort: {
      mode: isExhaustive ? "exhaustive" : "classes",
      tenants: scope.total,
      classes: tenants.classes,
      synthesised: tally.synthesised,
      resources: tally.resources,
    },
  };
}

const costOf = (changes: readonly RepeatedChange[]): CostChange =>
  sumCostChanges(changes.map(({ change, stacks: { length } }) => ({ change: change.cost, stacks: length })));

const stacksOf = (
  changes: readonly RepeatedChange[],
  isWanted: (kind: RepeatedChange["kind"]) => boolean,
): readonly string[] =>
  changes
    .filter(({ kind }) => isWanted(kind))
    .flatMap(({ stacks }) => stacks)
    .toSorted();
