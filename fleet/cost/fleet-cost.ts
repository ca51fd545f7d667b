import { planTenant } from "../../model/plan/plan-tenant.ts";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import { ProblemsError } from "../../model/problems.ts";
import { controlPlaneStackName } from "../../model/stack-names.ts";
import { readTenant } from "../../tenants/read-tenant.ts";
import { SharedFiles } from "../../tenants/shared-files.ts";
import type { Tenant } from "../../tenants/tenant.ts";
import { type CostFailure, estimateAll } from "./estimate-all.ts";
import type { StackEstimate } from "./estimate-stack.ts";
import { type FindBook, ownBooks } from "./price-charges.ts";
import { type CellSplit, splitCell } from "./split-cell.ts";
import { type TenantCost, tenantCost } from "./tenant-cost.ts";

/** A cell, and how its cost is split. */
export interface CellCost extends CellSplit {
  readonly cell: string;
  /** How many tenants are in it, those that were not asked for included. */
  readonly tenants: number;
  readonly unpriced: Readonly<Record<string, number>>;
  readonly regionsWithoutBook: readonly string[];
}

export interface FleetCost {
  /** Those that were asked for, in their order. */
  readonly tenants: readonly TenantCost[];
  /** Cells of those tenants; of a whole fleet, all. */
  readonly cells: readonly CellCost[];
  /** The stack that looks after all accounts; present for a whole fleet alone. */
  readonly controlPlane?: StackEstimate;
  readonly failures: readonly CostFailure[];
}

export interface FleetCostOptions {
  /** Ids; absent: the whole fleet, its cells and control plane. */
  readonly tenants?: readonly string[];
  /** Prices by Region; absent: those of the catalog. */
  readonly books?: FindBook;
  /** Synthesises every tenant, instead of one of those whose plans say the same. Default: false. */
  readonly isExhaustive?: boolean;
}

interface PlannedTenant {
  readonly tenant: Tenant;
  readonly plan: TenantPlan;
}

/**
 * What tenants cost a month, from the files in `root`, without a cloud. Every tenant of a cell is planned for the cell to
 * be split; synthesised is one of those asked for whose plans say the same.
 */
export async function fleetCost(
  root: string,
  { tenants: wanted, books = ownBooks, isExhaustive = false }: FleetCostOptions,
): Promise<FleetCost> {
  const shared = new SharedFiles(root);
  const { planned, failures } = planAll(shared);
  const asked = planned.filter(({ plan }) => wanted?.includes(plan.tenant.id) ?? true);
  const cellIds = wanted === undefined ? shared.cellIds() : [...new Set(asked.map(({ plan }) => plan.cell.id))];
  const plans = new Map(asked.map(({ plan }) => [plan.tenant.id, plan]));
  const others = [...cellIds.map(stackOfCell), ...(wanted === undefined ? [controlPlaneStackName] : [])];
  const estimated = await estimateAll({ root, others, plans, books, isExhaustive });
  const cells = cellIds.flatMap((id) => cellCost(id, shared, estimated.estimates.get(stackOfCell(id)), planned));
  const tenants = asked.flatMap(({ tenant, plan }) => {
    const estimate = estimated.estimates.get(plan.tenant.id);
    const share = cells.find(({ cell }) => cell === plan.cell.id)?.shares.get(plan.tenant.id);
    return estimate && share ? [tenantCost(tenant, plan, estimate, share)] : [];
  });
  const controlPlane = estimated.estimates.get(controlPlaneStackName);
  return {
    tenants,
    cells,
    ...(controlPlane === undefined ? {} : { controlPlane }),
    failures: [...failures, ...estimated.failures],
  };
}

const stackOfCell = (id: string): string => `cell-${id}`;

/** The plan of every tenant of the folder. */
function planAll(shared: SharedFiles): {
  readonly planned: readonly PlannedTenant[];
  readonly failures: readonly CostFailure[];
} {
  const planned: PlannedTenant[] = [];
  const failures: CostFailure[] = [];
  for (const id of shared.tenantIds()) {
    const reading = readTenant(id, shared.root, shared);
    if (reading.kind === "refused") {
      failures.push({ stack: id, error: new ProblemsError(reading.problems) });
    } else {
      const { tenant } = reading;
      const { resolved, cell, fleet, application } = tenant;
      planned.push({ tenant, plan: planTenant(resolved, cell.spec, fleet, application.spec) });
    }
  }
  return { planned, failures };
}

/** A cell's cost, split over all tenants that are placed in it; nothing where it could not be read or synthesised. */
function cellCost(
  id: string,
  shared: SharedFiles,
  estimate: StackEstimate | undefined,
  planned: readonly PlannedTenant[],
): readonly CellCost[] {
  const reading = shared.cell(id);
  if (estimate === undefined || reading.kind === "refused") return [];
  const inside = planned.map(({ plan }) => plan).filter(({ cell }) => cell.id === id);
  const { unpriced, regionsWithoutBook } = estimate;
  const split = splitCell(estimate, reading.cell.spec, inside);
  return [{ cell: id, tenants: inside.length, ...split, unpriced, regionsWithoutBook }];
}
