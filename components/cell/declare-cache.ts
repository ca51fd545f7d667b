import * as pulumi from "@pulumi/pulumi";
import { CacheEntrance } from "../cache/cache-entrance.ts";
import { pooledCacheStatement } from "../cache/cache-statements.ts";
import { ServerlessCache } from "../cache/serverless-cache.ts";
import type { CellCluster } from "../compute/cell-cluster.ts";
import type { PolicyStatement } from "../identity/policy-document.ts";
import type { CellNetwork } from "../network/cell-network.ts";
import type { CellPlace, CellResult } from "./place.ts";

/** What sessions of the pool may do with the cell's caches; nothing where it has none. */
export const cacheStatements = ({ plan }: CellPlace): readonly PolicyStatement[] =>
  plan.caches.length === 0
    ? []
    : [
        pooledCacheStatement(
          plan.cell,
          plan.caches.map(({ cacheName }) => cacheName),
        ),
      ];

/** The caches that tenants of the pool share, and the way in to them and to tenants' own. */
export function declareCaches(
  { name, plan, opts }: CellPlace,
  kmsKeyArn: pulumi.Input<string>,
  { network, cluster }: { readonly network: CellNetwork; readonly cluster: CellCluster },
): Pick<CellResult, "cacheSecurityGroupId" | "cacheAddresses"> {
  const { securityGroupId } = new CacheEntrance(
    `${name}-cache-entrance`,
    { vpcId: network.vpcId, clusterSecurityGroupId: cluster.securityGroupId },
    opts,
  );
  const addresses = plan.caches.map((cache, index) => {
    const { address } = new ServerlessCache(
      `${name}-cache-${index + 1}`,
      {
        plan: cache,
        description: `Pool of the cell ${plan.cell.id}`,
        kmsKeyArn,
        subnetIds: pulumi.all(network.subnetIds),
        securityGroupId,
      },
      opts,
    );
    return [cache.cacheName, address] as const;
  });
  return { cacheSecurityGroupId: securityGroupId, cacheAddresses: pulumi.output(Object.fromEntries(addresses)) };
}
