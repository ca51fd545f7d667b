import { CellDatabaseRoles } from "../components/database/cell-database-roles.ts";
import { serverProvider } from "../components/database/server-provider.ts";
import { GuardRails } from "../components/platform/guard-rails.ts";
import { TenantAccess } from "../components/platform/tenant-access.ts";
import type { CellPlan } from "../model/plan/cell-plan.ts";
import { cellOutputs } from "./cell-outputs.ts";
import { awsProvider, kubernetesProvider } from "./providers.ts";
import { stackRelease } from "./stack-release.ts";

/**
 * Declares what lives inside a cell's cluster and database server before tenants come; the stack is
 * `cell-<id>-platform`, and needs `cell-<id>`.
 */
export async function cellPlatformStack(plan: CellPlan): Promise<Record<string, unknown>> {
  const { retention } = stackRelease(plan.phase);
  const name = `cell-${plan.cell.id}-platform`;
  const outputs = await cellOutputs(plan.cell.id);
  const master = serverProvider(
    "master",
    {
      host: outputs.databaseHost,
      port: outputs.databasePort,
      username: plan.database.masterUsername,
      masterSecretArn: outputs.databaseMasterSecretArn,
      database: "postgres",
    },
    { provider: awsProvider(plan.cell) },
  );
  new CellDatabaseRoles(`${name}-database`, { plan, retention }, { providers: [master] });
  const cluster = { providers: [kubernetesProvider(plan.cell, outputs)] };
  new GuardRails(`${name}-guard-rails`, cluster);
  new TenantAccess(`${name}-tenant-access`, cluster);
  return { cell: plan.cell.id, provisionerRole: plan.database.provisionerRoleName };
}
