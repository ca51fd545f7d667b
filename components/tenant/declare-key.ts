import type * as pulumi from "@pulumi/pulumi";
import { logGroupPrefixOf } from "../identity/workload-role.ts";
import { TenantKey } from "../keys/tenant-key.ts";
import type { TenantPlace } from "./place.ts";

/** The tenant's own key, where its tier entitles to one; otherwise undefined, and the cell's key serves. */
export function declareKey(
  { name, plan, retention, opts }: TenantPlace,
  roleArn: pulumi.Input<string>,
): TenantKey | undefined {
  if (plan.key.kind === "cell") return undefined;
  const workload = { roleArn, namespace: plan.compute.namespace, bucketName: plan.bucket.bucketName };
  const { backup } = plan;
  const { replica } = plan.bucket;
  return new TenantKey(
    `${name}-key`,
    {
      plan: plan.key,
      cell: plan.cell,
      retention,
      workload,
      logGroupPrefix: logGroupPrefixOf(plan),
      ...(backup.kind === "own" || backup.kind === "selection" ? { backupRoleName: backup.roleName } : {}),
      ...(plan.connections.connections.length === 0 ? {} : { connectionRoleNames: plan.connections.keyRoleNames }),
      ...(replica === undefined ? {} : { replicationRoleName: replica.roleName }),
    },
    opts,
  );
}
