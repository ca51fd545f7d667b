import {
  type CapacityShortage,
  type CellUsage,
  capacityOf,
  cellResources,
  nothingUsed,
  shortagesWithNewcomer,
  sumUsage,
  usableCapacity,
  usageOfTenant,
} from "./cell-usage.ts";
import type { Isolation } from "./isolation.ts";
import { isResident } from "./residency.ts";
import type { CellSpec } from "./specs/cell-spec.ts";
import type { TierSpec } from "./specs/tier-spec.ts";

/** A cell that a new tenant does not go to, and why. */
interface RefusedCell {
  readonly cell: string;
  readonly reason: string;
}

/** A proposal, which somebody writes into the tenant's file; placement itself moves nothing. */
export type PlacementProposal =
  | { readonly kind: "proposed"; readonly cell: string; readonly isolation: Isolation; readonly reason: string }
  | { readonly kind: "none"; readonly refused: readonly RefusedCell[] };

export interface PlacementRequest {
  readonly tier: TierSpec;
  readonly residency: string;
  /** Every cell of the fleet. */
  readonly cells: readonly CellSpec[];
  /** By cell id, what its tenants take already; a cell that is not in it is empty. */
  readonly usage: ReadonlyMap<string, CellUsage>;
}

/**
 * Proposes the cell for a new tenant: open, of its residency, for its tier, and with room for it beside the head room;
 * among several the emptiest, and the first by name among equally empty ones.
 */
export function placeTenant(request: PlacementRequest): PlacementProposal {
  const { tier, cells } = request;
  const refused = cells.flatMap((cell) => {
    const reason = findReasonAgainst(cell, request);
    return reason === undefined ? [] : [{ cell: cell.id, reason }];
  });
  const [best] = cells
    .filter((cell) => !refused.some((one) => one.cell === cell.id))
    .toSorted((one, other) => fill(one, request) - fill(other, request) || one.id.localeCompare(other.id));
  if (!best) {
    return { kind: "none", refused };
  }
  return {
    kind: "proposed",
    cell: best.id,
    isolation: tier.infrastructure.isolation,
    reason: describeChoice(best, request),
  };
}

const usedIn = (cell: CellSpec, { usage }: PlacementRequest) => usage.get(cell.id) ?? nothingUsed;

/** What the cell would hold with the tenant. */
const filledUsage = (cell: CellSpec, request: PlacementRequest) =>
  sumUsage([usedIn(cell, request), usageOfTenant(request.tier, request.tier.infrastructure.isolation)]);

/** Share of its scarcest resource that the cell would have given away. */
function fill(cell: CellSpec, request: PlacementRequest): number {
  const filled = filledUsage(cell, request);
  const shares = cellResources.map((resource) => filled[resource] / (capacityOf(cell, resource) || 1));
  return Math.max(...shares);
}

function findReasonAgainst(cell: CellSpec, request: PlacementRequest): string | undefined {
  const { tier, residency } = request;
  if (cell.state !== "open") {
    return `is ${cell.state}`;
  }
  if (!cell.tiers.includes(tier.tier)) {
    return `takes ${cell.tiers.join(", ")}, not ${tier.tier}`;
  }
  const outside = regionsUsed(cell, tier).find((region) => !isResident(region, residency));
  if (outside !== undefined) {
    return `would put data into ${outside}, outside residency ${residency}`;
  }
  const isSiloWanted = tier.infrastructure.isolation === "cluster";
  if (isSiloWanted && cell.capacity.tenants !== 1) {
    return `is shared by up to ${cell.capacity.tenants} tenants; tier ${tier.tier} has a cell of its own`;
  }
  const [shortage] = shortagesWithNewcomer(cell, filledUsage(cell, request));
  return shortage && describeShortage(shortage, cell);
}

const regionsUsed = (cell: CellSpec, tier: TierSpec) =>
  tier.infrastructure.recovery.cross_region ? [cell.region, cell.recovery_region] : [cell.region];

function describeShortage({ resource, used, capacity }: CapacityShortage, cell: CellSpec): string {
  const whole = capacityOf(cell, resource);
  return whole > 0
    ? `is full: ${used} ${resource} would be in use, ${capacity} are for use (${whole} less ${cell.head_room_percent} % head room)`
    : `has no capacity for ${resource}: its file says none`;
}

function describeChoice(cell: CellSpec, request: PlacementRequest): string {
  const usable = usableCapacity(cell.capacity.tenants, cell.head_room_percent);
  const tenants = filledUsage(cell, request).tenants;
  return `${cell.id} is open in ${cell.region}, inside residency ${request.residency}, takes ${request.tier.tier}, and would hold ${tenants} of ${usable} tenants`;
}
