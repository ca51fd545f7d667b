import type { CellPlan } from "../../model/plan/cell-plan.ts";
import { applyMigrations } from "./apply-migrations.ts";
import { type ConfigurationResult, resultOf } from "./configuration-result.ts";
import type { DatabaseLogin } from "./database-login.ts";

/** What a cell's configuration needs. */
export interface CellConfiguration {
  readonly plan: CellPlan;
  /** As the cell's provisioner role, to the database of the shared tables. */
  readonly login: DatabaseLogin;
  /** Folder of the shared tables' versioned SQL. */
  readonly folder: string;
}

/**
 * Brings the tables that a cell's tenants share up to date, after `cell-<id>-platform` made their roles, database and
 * schema.
 *
 * @returns `not-needed` for the cell of a single tenant, whose tables are its own
 * @throws ConfigurationError where a file is refused or fails; the files before it stay applied
 */
export async function configureCell({ plan, login, folder }: CellConfiguration): Promise<ConfigurationResult> {
  if (plan.kind === "silo") {
    return { kind: "not-needed", reason: `cell ${plan.cell.id} has one tenant, so no tables are shared` };
  }
  const { sharedSchemaName, applicationOwnerRoleName, sharedGroupRoleName, sharedDeleterRoleName } = plan.database;
  const variables = {
    schema: sharedSchemaName,
    owner: applicationOwnerRoleName,
    group: sharedGroupRoleName,
    deleter: sharedDeleterRoleName,
  };
  return resultOf(await applyMigrations({ login, folder, variables }));
}
