import type { Isolation } from "./isolation.ts";
import type { CellSpec } from "./specs/cell-spec.ts";
import type { TierSpec } from "./specs/tier-spec.ts";

/** IAM roles of a tenant's own by its level: none in the pool; workload, nodes, key rotation and proxy above it. */
const rolesOf: Readonly<Record<Isolation, number>> = { shared: 0, schema: 0, database: 4, cluster: 2 };

/** A copy in the recovery Region is a bucket and a role more, since both are counted by account. */
const copies = ({ infrastructure }: TierSpec): number => (infrastructure.recovery.cross_region ? 1 : 0);

/** Alarms of a tenant with monitoring of its own, at the most that a tier can come to. */
const alarmsOfTenant = 40;

const isOwn = (isolation: Isolation): boolean => isolation === "database" || isolation === "cluster";

type Usage = (tier: TierSpec, isolation: Isolation, products: number) => number;

/** How much of each that a cell has a capacity of one tenant takes, in the keys of the cell's file. */
const usages = {
  tenants: () => 1,
  // An own database instance takes no connections of the cell's server.
  database_connections: ({ infrastructure }, isolation) =>
    isolation === "database" ? 0 : infrastructure.database.connections,
  namespaces: () => 1,
  user_pools: (_tier, isolation) => (isolation === "shared" ? 0 : 1),
  buckets: (tier) => 1 + copies(tier),
  // A product that is connected has a role at the most.
  roles: (tier, isolation, products) => rolesOf[isolation] + copies(tier) + products,
  database_instances: ({ infrastructure }, isolation) =>
    isolation === "database" ? 1 + infrastructure.database.read_replicas : 0,
  caches: ({ infrastructure }, isolation) => (isOwn(isolation) && infrastructure.cache.enabled ? 1 : 0),
  backup_vaults: (_tier, isolation) => (isOwn(isolation) ? 1 : 0),
  event_rules: (_tier, isolation) => (isolation === "shared" ? 0 : 2),
  alarms: (_tier, isolation) => (isolation === "shared" ? 0 : alarmsOfTenant),
} as const satisfies Readonly<Record<string, Usage>>;

type CellResource = keyof typeof usages;

/** What a cell has a capacity of, in the keys of its file. */
export const cellResources = Object.keys(usages) as readonly CellResource[];

/** How much of each a tenant takes, or a cell's tenants take together. */
export type CellUsage = Readonly<Record<CellResource, number>>;

const combine = (amountOf: (resource: CellResource) => number): CellUsage =>
  Object.fromEntries(cellResources.map((resource) => [resource, amountOf(resource)])) as CellUsage;

/** An empty cell's. */
export const nothingUsed: CellUsage = combine(() => 0);

/**
 * What one tenant takes of its cell, by its resolved configuration and where its data is.
 *
 * @param products how many products it has connected; none where absent.
 */
export const usageOfTenant = (configuration: TierSpec, isolation: Isolation, products = 0): CellUsage =>
  combine((resource) => usages[resource](configuration, isolation, products));

/** What several tenants take together. */
export const sumUsage = (all: readonly CellUsage[]): CellUsage =>
  all.reduce((sum, usage) => combine((resource) => sum[resource] + usage[resource]), nothingUsed);

/**
 * An account's quotas in a Region before anybody asks AWS for more, of what a cell's file may leave out. What it may
 * not leave out has no room without it: an unknown quota is never taken for an unlimited one.
 *
 * Sources: Service Quotas of Amazon RDS ("DB instances"), Amazon ElastiCache ("Serverless caches per Region"), AWS
 * Backup ("Backup vaults"), Amazon EventBridge ("Number of rules" of a bus) and Amazon CloudWatch ("Alarms").
 */
const defaultQuotas: Partial<CellUsage> = {
  database_instances: 40,
  caches: 40,
  backup_vaults: 100,
  event_rules: 300,
  alarms: 5000,
};

/** What the cell has room for, as its file says; else the account's quota as AWS gives it. 0 where neither is known. */
export const capacityOf = ({ capacity }: CellSpec, resource: CellResource): number =>
  capacity[resource] ?? defaultQuotas[resource] ?? 0;

/** A resource of which a cell has not enough. */
export interface CapacityShortage {
  readonly resource: CellResource;
  readonly used: number;
  /** 0 where the cell's file says nothing of it: an unknown capacity takes nobody. */
  readonly capacity: number;
}

/** Shortages of a resource of these capacities, less `headRoomPercent` of each. */
const shortagesBy = (
  capacity: (resource: CellResource) => number,
  usage: CellUsage,
  headRoomPercent: number,
): readonly CapacityShortage[] =>
  cellResources
    .map((resource) => ({
      resource,
      used: usage[resource],
      capacity: usableCapacity(capacity(resource), headRoomPercent),
    }))
    .filter(({ used, capacity: usable }) => used > usable);

/**
 * What the tenants that are in a cell take beyond what its file says it has room for. What the file leaves out and AWS
 * has a default quota for is not judged: the tenants are there, so the quota was raised.
 */
export const shortagesOf = (cell: CellSpec, usage: CellUsage): readonly CapacityShortage[] =>
  shortagesBy(
    (resource) => cell.capacity[resource] ?? (resource in defaultQuotas ? Number.POSITIVE_INFINITY : 0),
    usage,
    0,
  );

/** What a cell would be short of with one tenant more, its head room kept and unknown quotas taken as AWS gives them. */
export const shortagesWithNewcomer = (cell: CellSpec, usage: CellUsage): readonly CapacityShortage[] =>
  shortagesBy((resource) => capacityOf(cell, resource), usage, cell.head_room_percent);

/** What is left of a capacity after its head room, rounded down. */
export const usableCapacity = (capacity: number, headRoomPercent: number): number =>
  Math.floor((capacity * (100 - headRoomPercent)) / 100);
