import type { cellNames, tenantNames } from "../naming.ts";
import { type Quantity, quantityOf } from "../quantity.ts";
import { isResident } from "../residency.ts";
import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import type { FleetSpec } from "../specs/fleet-spec.ts";
import type { TierSpec } from "../specs/tier-spec.ts";
import type { CellReference } from "./cell-plan.ts";
import type { CellEdgePlan, OwnEdgePlan, TenantEdgePlan } from "./edge-plan.ts";
import { rateFence } from "./rate-fence.ts";
import type { Phase } from "./tenant-plan.ts";

/** Where CloudFront's certificates, web ACLs and log sources are made. */
export const edgeRegion = "us-east-1";
/** How long the edge answers static files by itself, in seconds. */
const cachingSeconds = 3600;

/**
 * Domain below which a cell's tenants are reached. Each cell has its own: CloudFront lets one account hold a wildcard,
 * and none another's names below it.
 */
export const cellDomain = (cell: { readonly id: string }, fleet: Pick<FleetSpec, "domain">): string =>
  `${cell.id}.${fleet.domain}`;

/** CloudFront is offered in the commercial partition alone. */
const hasEdge = ({ partition }: Pick<CellReference, "partition">): boolean => partition === "aws";

const requestsPerHour = (tier: TierSpec): Quantity => quantityOf(tier.configuration.limits.api_requests_per_hour);

export interface TenantEdgeInputs {
  readonly cell: CellReference;
  readonly names: ReturnType<typeof tenantNames>;
  readonly phase: Phase;
}

/**
 * How a tenant is reached: its host name in the cell's function, and from level `database` up a distribution tenant of
 * its own; a cell of its own has a distribution of its own already. Nothing where the partition has no edge.
 */
export function planEdge(
  { spec, configuration: tier }: ResolvedTenant,
  { cell, names, phase }: TenantEdgeInputs,
): { readonly edge?: TenantEdgePlan } {
  if (!hasEdge(cell)) return {};
  const own = tier.infrastructure.edge.enabled && spec.placement.isolation === "database";
  const entry = {
    namespace: names.namespace,
    serves: phase === "active",
    cached: tier.infrastructure.storage.cdn_enabled,
  };
  return { edge: { entry, ...(own ? { own: planOwnEdge(tier, cell, names) } : {}) } };
}

function planOwnEdge(tier: TierSpec, cell: CellReference, names: ReturnType<typeof tenantNames>): OwnEdgePlan {
  const rate = rateFence(requestsPerHour(tier));
  const sampleRequests = isResident(edgeRegion, cell.residency);
  return {
    distributionTenantName: names.edge,
    ...(rate === undefined ? {} : { webAcl: { webAclName: names.edge, rate, sampleRequests } }),
  };
}

/** How a cell is reached; `riding` are the tiers whose tenants have no distribution tenant of their own. */
export function planCellEdge(
  cell: CellReference,
  fleet: FleetSpec,
  names: ReturnType<typeof cellNames>,
  riding: readonly TierSpec[],
): { readonly edge?: CellEdgePlan } {
  if (!hasEdge(cell)) return {};
  const rate = highestFence(riding.map(requestsPerHour));
  const edge = {
    domain: cellDomain(cell, fleet),
    name: names.edge,
    loadBalancerName: names.loadBalancer,
    assetBucketName: names.assetBucket,
    cachingSeconds,
    ...(rate === undefined ? {} : { rate }),
    sampleRequests: isResident(edgeRegion, cell.residency),
    accessLogPrefix: "edge",
    loadBalancerLogPrefix: "load-balancer",
  };
  return { edge };
}

/** One rule serves all of a pool, so it stops only what no tenant of it may do; each tier's own limit is the API's. */
function highestFence(sold: readonly Quantity[]) {
  const amounts = sold.map((quantity) => (quantity.kind === "limited" ? quantity.amount : Number.POSITIVE_INFINITY));
  const highest = Math.max(0, ...amounts);
  return Number.isFinite(highest) ? rateFence({ kind: "limited", amount: highest }) : undefined;
}

/** Where the edge does less than a tenant's configuration reads, because the service has bounds of its own. */
export function planEdgeNotices({ configuration: tier }: ResolvedTenant, cell: CellReference): readonly string[] {
  if (!hasEdge(cell)) return [`CloudFront is not offered in the partition ${cell.partition}: the tenant has no edge.`];
  return tier.configuration.security.threat_detection.waf
    ? []
    : ["The web ACL of the cell's edge protects every tenant: it cannot be switched off for one."];
}
