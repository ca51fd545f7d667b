import { tenantEdge } from "../edge/tenant-edge.ts";
import type { TenantPlace } from "./place.ts";

/**
 * How users reach the tenant: an entry in its cell's edge. Nothing where the partition has no edge.
 *
 * @throws where the cell's edge is not there yet.
 */
export function declareEdge({ name, plan, cell, opts }: TenantPlace): void {
  if (plan.edge === undefined) return;
  const { edgeHostsArn, edgeDistributionId, edgeConnectionGroupId } = cell;
  if (edgeHostsArn === undefined || edgeDistributionId === undefined || edgeConnectionGroupId === undefined) {
    throw new Error(
      `the cell ${plan.cell.id} has no edge; bring it up to date: pulumi up --stack cell-${plan.cell.id}`,
    );
  }
  tenantEdge(
    `${name}-edge`,
    {
      plan: plan.edge,
      hostname: plan.hostname,
      hostsArn: edgeHostsArn,
      distributionId: edgeDistributionId,
      connectionGroupId: edgeConnectionGroupId,
    },
    opts,
  );
}
