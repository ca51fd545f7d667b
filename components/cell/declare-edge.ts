import type * as pulumi from "@pulumi/pulumi";
import type { CellOutputs } from "../../model/outputs.ts";
import type { CellCluster } from "../compute/cell-cluster.ts";
import { CellEdge } from "../edge/cell-edge.ts";
import type { CellNetwork } from "../network/cell-network.ts";
import type { CellLogBucket } from "../storage/cell-log-bucket.ts";
import type { CellPlace } from "./place.ts";

type EdgeOutputs = Pick<
  CellOutputs,
  "edgeDistributionId" | "edgeConnectionGroupId" | "edgeHostsArn" | "edgeNameServers" | "edgeTargetGroupArn"
>;

/** The only way into the cell from outside; none where the partition has no edge. */
export function declareEdge(
  { name, plan, retention, opts }: CellPlace,
  { network, cluster, logBucket }: { network: CellNetwork; cluster: CellCluster; logBucket: CellLogBucket },
): { readonly [Name in keyof EdgeOutputs]: pulumi.Input<EdgeOutputs[Name]> } {
  if (plan.edge === undefined) return {};
  const edge = new CellEdge(
    `${name}-edge`,
    {
      plan: plan.edge,
      cell: plan.cell,
      retention,
      network,
      clusterSecurityGroupId: cluster.securityGroupId,
      logBucketName: plan.logBucket.bucketName,
      logBucket,
    },
    opts,
  );
  return {
    edgeDistributionId: edge.distributionId,
    edgeConnectionGroupId: edge.connectionGroupId,
    edgeHostsArn: edge.hostsArn,
    edgeNameServers: edge.nameServers,
    edgeTargetGroupArn: edge.targetGroupArn,
  };
}
