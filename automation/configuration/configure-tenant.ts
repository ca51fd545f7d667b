import type { TenantPlan } from "../../model/plan/tenant-plan.ts";
import { applyMigrations } from "./apply-migrations.ts";
import { type ConfigurationResult, resultOf } from "./configuration-result.ts";
import type { DatabaseLogin } from "./database-login.ts";

/** What a tenant's configuration needs. */
export interface TenantConfiguration {
  readonly plan: TenantPlan;
  /** As the provisioner role of the tenant's server, to the tenant's database. */
  readonly login: DatabaseLogin;
  /** Folder of the versioned SQL of tenants with a schema of their own. */
  readonly folder: string;
}

/**
 * Brings a tenant's own tables up to date, after its stack made their roles, database and schema.
 *
 * @returns `not-needed` at the shared level, whose tables are its cell's
 * @throws ConfigurationError where a file is refused or fails; the files before it stay applied
 */
export async function configureTenant({ plan, login, folder }: TenantConfiguration): Promise<ConfigurationResult> {
  const data = plan.data.active;
  if (data.isolation === "shared") {
    return { kind: "not-needed", reason: `${plan.tenant.id} has rows in the shared tables of cell ${plan.cell.id}` };
  }
  const variables = { schema: data.schemaName, owner: data.ownerRoleName, role: data.roleName };
  return resultOf(await applyMigrations({ login, folder, variables }));
}
