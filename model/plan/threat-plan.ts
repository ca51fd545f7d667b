/** How findings of a cell's account reach its tenants. */
export interface CellThreatPlan {
  /** Bus of the cell's own: rules of tenants are counted by bus, and the account's has other uses. */
  readonly busName: string;
  readonly findingsRuleName: string;
  readonly forwarderRoleName: string;
  /** Where every finding of the account can be searched. */
  readonly logGroupName: string;
  readonly logRetentionDays: number;
  /** What looks at requests before the gateway does; the name of its logs is WAF's to begin. */
  readonly firewall: { readonly webAclName: string; readonly logGroupName: string };
  /** Policy that lets EventBridge write into the log groups of tenants. */
  readonly logPolicyName: string;
  /** Beginning of the names of those log groups. */
  readonly tenantLogGroupPrefix: string;
}

/** A rule that writes what it matches into a log group of the tenant's own. */
export interface RoutingPlan {
  readonly ruleName: string;
  readonly logGroupName: string;
}

/**
 * How a tenant sees what is done to what it owns.
 *
 * `routed`: events are written into its own log groups; without `findings`, the tier has no log group for them.
 * `query`: a stored search of the cell's records for its names, which costs nothing until it is run.
 */
export type TenantRecordsPlan =
  | { readonly kind: "routed"; readonly activity: RoutingPlan; readonly findings?: RoutingPlan }
  | { readonly kind: "query"; readonly queryName: string };
