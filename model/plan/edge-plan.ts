/** A fence against floods: never more requests of one host than this in any window of so many seconds. */
export interface RateFencePlan {
  readonly requests: number;
  /** One of the windows that AWS WAF evaluates. */
  readonly windowSeconds: 300 | 600;
}

/** What the edge function finds of a host name. */
export interface EdgeEntryPlan {
  readonly namespace: string;
  /** Whether requests are let through; a suspended tenant's are refused at the edge. */
  readonly serves: boolean;
  /** Whether the product's static files may be answered from the edge's cache. */
  readonly cached: boolean;
}

/** A distribution tenant of the tenant's own: host name, certificate and web ACL that no other shares. */
export interface OwnEdgePlan {
  readonly distributionTenantName: string;
  /** Absent where nothing is sold by the hour: the cell's web ACL protects the tenant then. */
  readonly webAcl?: { readonly webAclName: string; readonly rate: RateFencePlan; readonly sampleRequests: boolean };
}

/** How a tenant is reached from outside. */
export interface TenantEdgePlan {
  readonly entry: EdgeEntryPlan;
  /** Absent: the tenant rides the cell's distribution tenant, certificate and web ACL. */
  readonly own?: OwnEdgePlan;
}

/** How a cell is reached from outside. */
export interface CellEdgePlan {
  /** Domain of the cell's tenants, e.g. `us-1.app.example`; a hosted zone of the cell's own. */
  readonly domain: string;
  /** Name of the distribution, its function and all that belongs to it. */
  readonly name: string;
  readonly loadBalancerName: string;
  /** Where static files of the product lie: the only content that the edge caches, and none of a tenant's. */
  readonly assetBucketName: string;
  readonly cachingSeconds: number;
  /** The most that a tier of the pool sells; absent where one is unlimited. */
  readonly rate?: RateFencePlan;
  /** Samples of requests lie in us-east-1: kept only where that is inside the residency. */
  readonly sampleRequests: boolean;
  /** Prefixes in the cell's log bucket. */
  readonly accessLogPrefix: string;
  readonly loadBalancerLogPrefix: string;
}
