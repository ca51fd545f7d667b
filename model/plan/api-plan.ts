/** Limits of the API, in what API Gateway counts. */
export type ApiLimitsPlan =
  /** No throttle and no quota of the tenant's own; the account's still holds. */
  | { readonly kind: "unlimited" }
  | {
      readonly kind: "limited";
      /** Requests a second that the token bucket is filled with; below 1 for small tiers. */
      readonly ratePerSecond: number;
      /** Tokens that the bucket holds. */
      readonly burst: number;
      /** Absent where 24 hours of what is sold are more than a quota can say. */
      readonly requestsPerDay?: number;
    };

/** A usage plan: the limits that its keys share the definition of, each key with counters of its own. */
export interface UsagePlanPlan {
  readonly planName: string;
  readonly limits: ApiLimitsPlan;
}

/** How a tenant's callers reach its API. */
export interface ApiPlan {
  readonly keyName: string;
  readonly limits: ApiLimitsPlan;
  readonly usagePlan: /** The cell's plan for the tier: what the tier sells, unchanged. */
    | { readonly kind: "cell"; readonly tier: string }
    /** A plan of the tenant's own, where it has other limits than its tier or shares nothing. */
    | { readonly kind: "own"; readonly planName: string };
}

/** The gateway that a cell's tenants share. */
export interface CellApiPlan {
  readonly apiName: string;
  readonly stageName: string;
  /** Where a tenant's own host answers, `{tenant}` standing for its id. */
  readonly tenantOrigin: string;
  readonly logRoleName: string;
  readonly accessLogGroupName: string;
  readonly accessLogRetentionDays: number;
  /** Tier of the pool → its usage plan; tiers with equal limits share one. */
  readonly usagePlans: readonly { readonly tiers: readonly string[]; readonly plan: UsagePlanPlan }[];
}
