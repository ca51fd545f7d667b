import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import type { CellSpec } from "../../model/specs/cell-spec.ts";
import { type CostBands, nothing, perLevel, plus } from "./bands.ts";
import { type CostPool, costPools } from "./cell-pools.ts";
import type { StackEstimate } from "./estimate-stack.ts";
import { splitExactly } from "./split.ts";

/** What a tenant bears of its cell. */
export interface CellShare {
  readonly shared: CostBands;
  /** What it would bear of what nobody takes, split by the same keys; not part of its cost. */
  readonly idle: CostBands;
}

/** A pool, and how much of it is taken. */
export interface SplitPool extends Pick<CostPool, "name" | "key" | "capacity"> {
  readonly taken: number;
  /** More than the declared cost where more is taken than is declared: nodes come with pods. */
  readonly cost: CostBands;
  readonly idle: CostBands;
}

/** A cell's cost, split over its tenants: the shares and what is idle sum to the whole, at each level. */
export interface CellSplit {
  readonly cost: CostBands;
  readonly idle: CostBands;
  readonly pools: readonly SplitPool[];
  /** By tenant's id. */
  readonly shares: ReadonlyMap<string, CellShare>;
}

/**
 * Splits a cell's cost over its tenants.
 *
 * @param tenants every tenant that is placed in the cell.
 */
export function splitCell(estimate: StackEstimate, cell: CellSpec, tenants: readonly TenantPlan[]): CellSplit {
  const pools = costPools(estimate, cell).map((pool) => splitPool(pool, tenants));
  const shares = tenants.map((plan, index): [string, CellShare] => [
    plan.tenant.id,
    {
      shared: plus(...pools.map(({ shared }) => shared[index] ?? nothing)),
      idle: plus(...pools.map(({ idleOf }) => idleOf[index] ?? nothing)),
    },
  ]);
  return {
    cost: plus(...pools.map(({ pool }) => pool.cost)),
    idle: plus(...pools.map(({ pool }) => pool.idle)),
    pools: pools.map(({ pool }) => pool),
    shares: new Map(shares),
  };
}

interface PoolParts {
  readonly pool: SplitPool;
  readonly shared: readonly CostBands[];
  readonly idleOf: readonly CostBands[];
}

function splitPool(
  { name, key, capacity, cost: declared, taken: takenBy }: CostPool,
  tenants: readonly TenantPlan[],
): PoolParts {
  const weights = tenants.map(takenBy);
  const taken = weights.reduce((sum, weight) => sum + weight, 0);
  const grown = capacity > 0 && taken > capacity && name === "nodes" ? taken / capacity : 1;
  const cost = perLevel((level) => Math.round(declared[level] * grown));
  const free = Math.max(0, capacity - taken);
  // A pool without a size is idle as a whole: nobody can have taken a part of it.
  const parts = perLevel((level) => (taken + free > 0 ? splitExactly(cost[level], [...weights, free]) : [cost[level]]));
  const idle = perLevel((level) => parts[level].at(-1) ?? 0);
  const bearing = taken > 0 ? weights : weights.map(() => 1);
  const idleParts = perLevel((level) => splitExactly(idle[level], bearing));
  const partsOf = (of: typeof parts): readonly CostBands[] =>
    tenants.map((_, index) => perLevel((level) => of[level][index] ?? 0));
  return {
    pool: { name, key, capacity, taken, cost, idle },
    shared: taken + free > 0 ? partsOf(parts) : tenants.map(() => nothing),
    idleOf: partsOf(idleParts),
  };
}
