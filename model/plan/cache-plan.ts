/** How the application uses the cache; published, and kept to by it. */
export interface CacheUsePlan {
  readonly ttlSeconds: number;
  readonly strategy: "write-through" | "write-behind" | "cache-aside";
  /** What the tier sells, in MiB. */
  readonly sizeMb: number;
  /** User that the tenant's workload logs in as, by IAM. */
  readonly userName: string;
}

/** Where a tenant's cached things are. */
export type CachePlan =
  | { readonly kind: "none" }
  /** In one of the cell's caches: the user reaches keys that begin with `keyPrefix`, and no others. */
  | (CacheUsePlan & {
      readonly kind: "cell";
      readonly cacheName: string;
      readonly userGroupId: string;
      readonly keyPrefix: string;
    })
  /** A serverless cache of the tenant's own. */
  | (CacheUsePlan & {
      readonly kind: "own";
      readonly cacheName: string;
      readonly userGroupId: string;
      readonly keyPrefix: "";
      /** Most data that the service keeps, in GiB; never above what is sold. */
      readonly maximumGb: number;
    });

/** One serverless cache that tenants of the pool share. */
export interface CellCachePlan {
  readonly cacheName: string;
  readonly userGroupId: string;
  /** Most data that the service keeps, in GiB. */
  readonly maximumGb: number;
}
