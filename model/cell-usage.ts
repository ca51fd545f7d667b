import type { Isolation } from "./isolation.ts";
import type { CellSpec } from "./specs/cell-spec.ts";
import type { TierSpec } from "./specs/tier-spec.ts";

/** What a cell has a capacity of, in the keys of its file. */
export const cellResources = [
  "tenants",
  "database_connections",
  "namespaces",
  "user_pools",
  "buckets",
  "roles",
] as const;
type CellResource = (typeof cellResources)[number];

/** How much of each a tenant takes, or a cell's tenants take together. */
export type CellUsage = Readonly<Record<CellResource, number>>;

/** An empty cell's. */
export const nothingUsed: CellUsage = {
  tenants: 0,
  database_connections: 0,
  namespaces: 0,
  user_pools: 0,
  buckets: 0,
  roles: 0,
};

/** IAM roles of a tenant's own: none in the pool, workload and nodes with a database, workload in a cell of its own. */
const rolesOf: Readonly<Record<Isolation, number>> = { shared: 0, schema: 0, database: 2, cluster: 1 };

/**
 * What one tenant takes of its cell, by its resolved configuration and where its data is.
 *
 * A copy in the recovery Region is a bucket and a role more, since both are counted by account, not by Region. An own
 * database instance takes no connections of the cell's server.
 */
export function usageOfTenant(configuration: TierSpec, isolation: Isolation): CellUsage {
  const copies = configuration.infrastructure.recovery.cross_region ? 1 : 0;
  return {
    tenants: 1,
    database_connections: isolation === "database" ? 0 : configuration.infrastructure.database.connections,
    namespaces: 1,
    user_pools: isolation === "shared" ? 0 : 1,
    buckets: 1 + copies,
    roles: rolesOf[isolation] + copies,
  };
}

/** What several tenants take together. */
export const sumUsage = (usages: readonly CellUsage[]): CellUsage =>
  usages.reduce((sum, usage) => combine((resource) => sum[resource] + usage[resource]), nothingUsed);

function combine(amountOf: (resource: CellResource) => number): CellUsage {
  return {
    tenants: amountOf("tenants"),
    database_connections: amountOf("database_connections"),
    namespaces: amountOf("namespaces"),
    user_pools: amountOf("user_pools"),
    buckets: amountOf("buckets"),
    roles: amountOf("roles"),
  };
}

/** A resource of which a cell has not enough. */
export interface CapacityShortage {
  readonly resource: CellResource;
  readonly used: number;
  /** 0 where the cell's file says nothing of it: an unknown capacity takes nobody. */
  readonly capacity: number;
}

/**
 * What `usage` takes beyond the cell's capacity, less `headRoomPercent` of it. Without head room for a fleet as it
 * stands; with the cell's own for a tenant that is to come.
 */
export function shortagesOf(cell: CellSpec, usage: CellUsage, headRoomPercent = 0): readonly CapacityShortage[] {
  return cellResources
    .map((resource) => ({
      resource,
      used: usage[resource],
      capacity: usableCapacity(cell.capacity[resource], headRoomPercent),
    }))
    .filter(({ used, capacity }) => used > capacity);
}

/** What is left of a capacity after its head room, rounded down; 0 for one that is not known. */
export const usableCapacity = (capacity: number | undefined, headRoomPercent: number): number =>
  Math.floor(((capacity ?? 0) * (100 - headRoomPercent)) / 100);
