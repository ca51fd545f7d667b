import { createHash } from "node:crypto";
import { isPooled } from "../isolation.ts";
import type { cellNames, tenantNames } from "../naming.ts";
import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import type { CellSpec } from "../specs/cell-spec.ts";
import type { TierSpec } from "../specs/tier-spec.ts";
import type { CachePlan, CacheUsePlan, CellCachePlan } from "./cache-plan.ts";

const mbPerGb = 1024;
/** Bounds of a serverless cache's data limit, in GiB. Source: ElastiCache, "Setting scaling limits to manage costs". */
const largestGb = 5000;
/**
 * Tenants for whom a cell has one cache more. A user group holds 100 users (ElastiCache service quotas, adjustable),
 * and tenants are spread over the caches by their uid, not evenly: the rest is head room.
 */
const tenantsPerCache = 64;

const cachesPooled = (tier: TierSpec): boolean =>
  isPooled(tier.infrastructure.isolation) && tier.infrastructure.cache.enabled;

/** How many caches the pool of a cell has; more capacity in the cell's file makes more. */
const poolCacheCount = (cell: Pick<CellSpec, "capacity">): number =>
  Math.max(1, Math.ceil(cell.capacity.tenants / tenantsPerCache));

/** The caches that tenants of the pool share; none where no pool tier has a cache. */
export function planCellCaches(
  cell: Pick<CellSpec, "capacity">,
  names: ReturnType<typeof cellNames>,
  tiers: readonly TierSpec[],
): readonly CellCachePlan[] {
  const sizesMb = tiers.filter(cachesPooled).map((tier) => tier.infrastructure.cache.size_mb);
  if (sizesMb.length === 0) return [];
  const share = Math.min(tenantsPerCache, cell.capacity.tenants) * Math.max(...sizesMb);
  const maximumGb = Math.min(largestGb, Math.max(1, Math.floor(share / mbPerGb)));
  return Array.from({ length: poolCacheCount(cell) }, (_, index) => ({
    cacheName: names.cache(index + 1),
    userGroupId: names.cache(index + 1),
    maximumGb,
  }));
}

export interface CachePlanInputs {
  readonly names: ReturnType<typeof tenantNames>;
  readonly cell: Pick<CellSpec, "capacity">;
  readonly cellNames: ReturnType<typeof cellNames>;
}

/** Where the tenant's cached things are, and who may reach them. */
export function planCache(resolved: ResolvedTenant, inputs: CachePlanInputs): CachePlan {
  const { cache } = resolved.configuration.infrastructure;
  if (!cache.enabled) return { kind: "none" };
  const { names, cell } = inputs;
  const use: CacheUsePlan = {
    ttlSeconds: cache.ttl_seconds,
    strategy: cache.strategy,
    sizeMb: cache.size_mb,
    userName: names.namespace,
  };
  if (!isPooled(resolved.spec.placement.isolation)) {
    const own = { cacheName: names.cache, userGroupId: names.cache, keyPrefix: "" as const };
    return { kind: "own", ...use, ...own, maximumGb: Math.min(largestGb, Math.floor(cache.size_mb / mbPerGb)) };
  }
  const name = inputs.cellNames.cache(1 + homeOf(resolved.spec.uid, poolCacheCount(cell)));
  return { kind: "cell", ...use, cacheName: name, userGroupId: name, keyPrefix: `${names.namespace}:` };
}

/** The service bounds a cache as a whole; a tenant's part of a shared one is the application's to count. */
export const cacheNotices = (plan: CachePlan): readonly string[] =>
  plan.kind === "cell"
    ? [
        `The cache holds ${plan.sizeMb} MB for the tenant by the application's own count: ElastiCache bounds the cell's cache as a whole, not a user's part of it.`,
      ]
    : [];

/** Rendezvous hashing: with another cache, only the tenants that it takes over begin with an empty one. */
function homeOf(uid: string, count: number): number {
  const weight = (index: number) => createHash("sha256").update(`${uid}\n${index}`).digest("hex");
  const weights = Array.from({ length: count }, (_, index) => weight(index));
  return weights.indexOf(weights.toSorted().at(-1) ?? "");
}
