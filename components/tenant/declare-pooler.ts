import { DatabaseProxy } from "../database/database-proxy.ts";
import type { TenantData } from "../database/tenant-data.ts";
import type { TenantPlace } from "./place.ts";

/** What pools connections to a database server of the tenant's own; undefined where nothing does. */
export function declarePooler({ name, plan, cell, opts }: TenantPlace, data: TenantData): DatabaseProxy | undefined {
  const { active } = plan.data;
  if (active.isolation !== "database" || active.proxy === undefined) return undefined;
  if (data.identifier === undefined || data.resourceId === undefined) return undefined;
  return new DatabaseProxy(
    `${name}-database-proxy`,
    {
      plan: active.proxy,
      cell: plan.cell,
      instance: { identifier: data.identifier, resourceId: data.resourceId },
      subnetIds: cell.privateSubnetIds,
      securityGroupId: cell.databaseSecurityGroupId,
    },
    opts,
  );
}
