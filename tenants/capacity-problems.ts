import type { Cell } from "../cells/index.ts";
import {
  type CapacityShortage,
  type CellUsage,
  nothingUsed,
  shortagesOf,
  sumUsage,
  usageOfTenant,
} from "../model/cell-usage.ts";
import { placeTenant } from "../model/place-tenant.ts";
import type { Problem } from "../model/problems.ts";
import type { Tenant } from "./tenant.ts";

/** What a tenant takes of its cell where its data is now. */
const usageOf = ({ resolved, spec }: Tenant): CellUsage =>
  usageOfTenant(resolved.configuration, spec.placement.isolation, Object.keys(spec.integrations ?? {}).length);

/** By cell id, what its tenants take together. A cell without tenants is not in it. */
export function usageByCell(tenants: readonly Tenant[]): ReadonlyMap<string, CellUsage> {
  const usage = new Map<string, CellUsage>();
  for (const tenant of tenants) {
    const { cell } = tenant.spec.placement;
    usage.set(cell, sumUsage([usage.get(cell) ?? nothingUsed, usageOf(tenant)]));
  }
  return usage;
}

/**
 * Tenants that their cell has no room for: the youngest, since the older ones were there first. Head room does not
 * count here; it is kept for those who are in the cell, and `tenantry new` keeps it.
 */
export function findCapacityProblems(tenants: readonly Tenant[], cells: ReadonlyMap<string, Cell>): readonly Problem[] {
  const usage = usageByCell(tenants);
  const full = [...cells.values()].filter(
    ({ spec }) => shortagesOf(spec, usage.get(spec.id) ?? nothingUsed).length > 0,
  );
  return full.flatMap((cell) => findOverflow(cell, tenants, { cells, usage }));
}

interface FleetUse {
  readonly cells: ReadonlyMap<string, Cell>;
  readonly usage: ReadonlyMap<string, CellUsage>;
}

function findOverflow(cell: Cell, tenants: readonly Tenant[], use: FleetUse): readonly Problem[] {
  const own = tenants
    .filter(({ spec }) => spec.placement.cell === cell.spec.id)
    .toSorted(
      (one, other) => one.spec.created.localeCompare(other.spec.created) || one.spec.id.localeCompare(other.spec.id),
    );
  let taken = nothingUsed;
  return own.flatMap((tenant) => {
    const asked = sumUsage([taken, usageOf(tenant)]);
    const [shortage] = shortagesOf(cell.spec, asked);
    taken = shortage === undefined ? asked : taken;
    return shortage === undefined ? [] : [cellFull(tenant, cell, shortage, use)];
  });
}

function cellFull(
  { spec, document, resolved }: Tenant,
  cell: Cell,
  shortage: CapacityShortage,
  { cells, usage }: FleetUse,
): Problem {
  const others = [...cells.values()].map((other) => other.spec).filter(({ id }) => id !== cell.spec.id);
  const proposal = placeTenant({ tier: resolved.configuration, residency: spec.residency, cells: others, usage });
  return {
    ...document.placeOf(["placement", "cell"]),
    code: "CELL_FULL",
    path: "placement.cell",
    message: `cell ${cell.spec.id} has no room for this tenant: ${shortage.resource.replaceAll("_", " ")} run out`,
    found: `${shortage.used} with this tenant`,
    allowed: `${shortage.capacity}, by capacity.${shortage.resource} in ${cell.document.file}`,
    suggestion:
      proposal.kind === "proposed"
        ? `a new tenant: write cell: ${proposal.cell}, which has room; a tenant that is there already: raise the capacity of ${cell.spec.id}`
        : `write a new cell's file in cells/, or raise capacity.${shortage.resource} in ${cell.document.file} within the account's quotas`,
  };
}
