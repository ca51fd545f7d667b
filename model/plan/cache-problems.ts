import { isPooled } from "../isolation.ts";
import type { Problem } from "../problems.ts";
import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import { placeOf } from "./problem-place.ts";

/** Smallest data limit of a serverless cache, 1 GB. Source: ElastiCache, "Setting scaling limits to manage costs". */
const smallestMb = 1024;

/** A cache of the tenant's own cannot be held to less than 1 GB, so less is refused instead of giving more than is sold. */
export function findCacheProblems(resolved: ResolvedTenant): readonly Problem[] {
  const { cache } = resolved.configuration.infrastructure;
  const path = "infrastructure.cache.size_mb";
  if (isPooled(resolved.spec.placement.isolation) || !cache.enabled || cache.size_mb >= smallestMb) return [];
  return [
    {
      ...placeOf(resolved, path),
      code: "CACHE_SIZE_TOO_SMALL",
      path,
      message: "a cache of the tenant's own cannot be held to less than 1024 MB, the service's smallest limit",
      found: `${cache.size_mb}`,
      allowed: `${smallestMb} or more`,
      suggestion: "sell 1024 MB or more, or switch the cache off: infrastructure.cache.enabled: false",
    },
  ];
}
