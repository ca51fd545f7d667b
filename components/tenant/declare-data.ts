import type * as pulumi from "@pulumi/pulumi";
import type { DatabaseProxy } from "../database/database-proxy.ts";
import { type TenantData, tenantData } from "../database/tenant-data.ts";
import { TenantDatabaseAccess } from "../identity/tenant-database-access.ts";
import type { WorkloadRole } from "../identity/workload-role.ts";
import type { TenantPlace } from "./place.ts";

/** Where the tenant's rows are; during a move, the place that they come from or go to as well. */
export function declareData(
  { name, plan, cell, retention, opts }: TenantPlace,
  kmsKeyArn: pulumi.Output<string>,
): TenantData {
  const login = plan.phase === "active";
  const { active, preparing, retiring } = plan.data;
  const declare = (data: typeof active) =>
    tenantData(`${name}-data-${data.isolation}`, { plan: data, cell, kmsKeyArn, login, retention }, opts);
  for (const other of [preparing, retiring]) if (other !== undefined) declare(other);
  return declare(active);
}

/** On a cell's server of a pool the tier's role says who may log in as whom. */
export function letIntoDatabase(
  { name, plan, cell, opts }: TenantPlace,
  role: WorkloadRole,
  data: TenantData,
  pooler?: DatabaseProxy,
): void {
  if (role.roleName === undefined) return;
  new TenantDatabaseAccess(
    `${name}-database-access`,
    {
      cell: plan.cell,
      roleName: role.roleName,
      databaseResourceId: data.resourceId ?? cell.databaseResourceId,
      ...(pooler === undefined ? {} : { proxyResourceId: pooler.resourceId }),
      databaseUser: plan.data.active.roleName,
    },
    opts,
  );
}
