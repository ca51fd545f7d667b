import { capacityOf } from "../../model/cell-usage.ts";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import type { CellSpec } from "../../model/specs/cell-spec.ts";
import { always, type CostBands, plus } from "./bands.ts";
import { hoursPerMonth } from "./charges/charge.ts";
import type { StackEstimate } from "./estimate-stack.ts";
import { nodesTaken } from "./pods-on-cell.ts";
import { sumOf } from "./price-charges.ts";

/** A part of a cell's cost that is split by one key. */
export interface CostPool {
  readonly name: "nodes" | "database" | "other" | "cell";
  /** What a tenant's share is measured by, in words. */
  readonly key: string;
  readonly cost: CostBands;
  /** How much of the key the cost is for. */
  readonly capacity: number;
  /** How much of it a tenant takes. */
  readonly taken: (plan: TenantPlan) => number;
}

const nodeGroup = "aws:eks/nodeGroup:NodeGroup";
const isDatabase = (item: string): boolean => item.startsWith("aws:rds/");

/** Nobody else can take what a silo has: its one tenant bears it all. */
const wholeCell = ({ total }: StackEstimate): CostPool => ({
  name: "cell",
  key: "the only tenant that the cell takes",
  cost: total,
  capacity: 1,
  taken: () => 1,
});

/**
 * The pools of a cell: nodes by what pods ask for, the database server by connections, and all else, the cell's own use
 * included, by tenant. Each share is one of what the cell has room for, and not of who happens to be there: so a tenant
 * costs the same whether its neighbours come or go, and what nobody takes is idle.
 */
export function costPools(estimate: StackEstimate, cell: CellSpec): readonly CostPool[] {
  const { capacity } = cell;
  if (capacity.tenants === 1) return [wholeCell(estimate)];
  const { baseLines, base, usage } = estimate;
  const nodes = baseLines.filter(({ item }) => item === nodeGroup);
  const database = baseLines.filter(({ item }) => isDatabase(item));
  const servers = nodes.filter(({ meter }) => meter.startsWith("ec2."));
  return [
    {
      name: "nodes",
      key: "share of a node that its pods ask for, of the nodes declared",
      cost: always(sumOf(nodes)),
      capacity: servers.reduce((sum, { quantity }) => sum + quantity, 0) / hoursPerMonth,
      taken: nodesTaken,
    },
    {
      name: "database",
      key: "database connections, of the cell's capacity.database_connections",
      cost: always(sumOf(database)),
      capacity: capacityOf(cell, "database_connections"),
      taken: ({ data: { active } }) => (active.isolation === "database" ? 0 : active.limits.connections),
    },
    {
      name: "other",
      key: "one tenant, of the cell's capacity.tenants",
      cost: plus(always(base - sumOf(nodes) - sumOf(database)), usage),
      capacity: capacity.tenants,
      taken: () => 1,
    },
  ];
}
