import { planTenant } from "../../model/plan/plan-tenant.ts";
import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import { ProblemsError } from "../../model/problems.ts";
import { controlPlaneStackName } from "../../model/stack-names.ts";
import { readTenant } from "../../tenants/read-tenant.ts";
import { SharedFiles } from "../../tenants/shared-files.ts";
import type { Tenant } from "../../tenants/tenant.ts";
import { synthFleet } from "../synth/fleet.ts";
import type { SynthesisedStack } from "../synth/synthesised-stack.ts";
import { estimateStack, type StackEstimate } from "./estimate-stack.ts";
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

/** Something that could not be estimated; it stops nothing else. */
export interface CostFailure {
  readonly stack: string;
  readonly error: unknown;
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
}

interface PlannedTenant {
  readonly tenant: Tenant;
  readonly plan: TenantPlan;
}

/**
 * What tenants cost a month, from the files in `root`, without a cloud. Every tenant of a cell is planned for the cell to
 * be split, and only those asked for are synthesised.
 */
export async function fleetCost(
  root: string,
  { tenants: wanted, books = ownBooks }: FleetCostOptions,
): Promise<FleetCost> {
  const { planned, failures } = planAll(root);
  const asked = planned.filter(({ plan }) => wanted?.includes(plan.tenant.id) ?? true);
  const cellIds = wanted === undefined ? new SharedFiles(root).cellIds() : asked.map(({ plan }) => plan.cell.id);
  const cells = await splitCells([...new Set(cellIds)], planned, root, books);
  const found = await synthAll(
    asked.map(({ plan }) => plan.tenant.id),
    root,
  );
  const tenants = asked.flatMap(({ tenant, plan }) => {
    const stack = found.stacks.get(plan.tenant.id);
    const share = cells.costs.find(({ cell }) => cell === plan.cell.id)?.shares.get(plan.tenant.id);
    return stack && share ? [tenantCost(tenant, plan, estimateStack(stack, plan, books), share)] : [];
  });
  const control = wanted === undefined ? await synthAll([controlPlaneStackName], root) : undefined;
  const controlStack = control?.stacks.get(controlPlaneStackName);
  return {
    tenants,
    cells: cells.costs,
    ...(controlStack === undefined ? {} : { controlPlane: estimateStack(controlStack, undefined, books) }),
    failures: [...failures, ...cells.failures, ...found.failures, ...(control?.failures ?? [])],
  };
}

/** The plan of every tenant of the folder. */
function planAll(root: string): {
  readonly planned: readonly PlannedTenant[];
  readonly failures: readonly CostFailure[];
} {
  const shared = new SharedFiles(root);
  const planned: PlannedTenant[] = [];
  const failures: CostFailure[] = [];
  for (const id of shared.tenantIds()) {
    const reading = readTenant(id, root, shared);
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

async function splitCells(ids: readonly string[], planned: readonly PlannedTenant[], root: string, books: FindBook) {
  const shared = new SharedFiles(root);
  const { stacks, failures } = await synthAll(
    ids.map((id) => `cell-${id}`),
    root,
  );
  const costs = ids.flatMap((id): readonly CellCost[] => {
    const stack = stacks.get(`cell-${id}`);
    const reading = shared.cell(id);
    if (stack === undefined || reading.kind === "refused") return [];
    const estimate = estimateStack(stack, undefined, books);
    const inside = planned.map(({ plan }) => plan).filter(({ cell }) => cell.id === id);
    const { unpriced, regionsWithoutBook } = estimate;
    const split = splitCell(estimate, reading.cell.spec, inside);
    return [{ cell: id, tenants: inside.length, ...split, unpriced, regionsWithoutBook }];
  });
  return { costs, failures };
}

async function synthAll(ids: readonly string[], root: string) {
  const stacks = new Map<string, SynthesisedStack>();
  const failures: CostFailure[] = [];
  for await (const one of synthFleet(ids, root)) {
    if (one.kind === "synthesised") stacks.set(one.stack.stack, one.stack);
    else failures.push({ stack: one.id, error: one.error });
  }
  return { stacks, failures };
}
