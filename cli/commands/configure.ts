import { join } from "node:path";
import { Command } from "commander";
import type { ConfigurationResult } from "../../automation/configuration/configuration-result.ts";
import { configureCell } from "../../automation/configuration/configure-cell.ts";
import { configureTenant } from "../../automation/configuration/configure-tenant.ts";
import { regionOf, tenantDatabaseLogin } from "../../automation/configuration/tenant-connection.ts";
import { cellDatabaseNames } from "../../model/naming.ts";
import { readCellPlan, readTenantPlan } from "../../tenants/read-plans.ts";
import { type FleetAccess, openFleet } from "../connect/fleet-access.ts";
import { kindOf } from "../connect/known-name.ts";
import { fleetFolder } from "./sandbox-places.ts";

const about = `Applies what is new of the application's versioned SQL: to the tables that a cell's tenants share, or to a
tenant's own schema. Each file is applied once, as a whole; a second run changes nothing.`;

/** `tenantry configure`: versioned SQL of a cell or a tenant. */
export function configureCommand(): Command {
  return new Command("configure")
    .description(about)
    .argument("<name>", "a tenant's id, or a cell's")
    .option("--json", "for programs")
    .action(async (name: string, { json }: { readonly json?: true }) => {
      const result = await configure(name, fleetFolder());
      process.stdout.write(`${json === true ? JSON.stringify({ name, ...result }) : resultText(name, result)}\n`);
    });
}

/** Configures the tenant or the cell of that name; its stack is up. @throws UserError, ProblemsError, ConfigurationError */
export async function configure(name: string, root: string): Promise<ConfigurationResult> {
  const kind = kindOf(name, root, ["tenant", "cell"]);
  const fleet = await openFleet(root);
  return kind === "tenant" ? await configureOneTenant(name, root, fleet) : await configureOneCell(name, root, fleet);
}

async function configureOneTenant(
  id: string,
  root: string,
  { tenant, credentials }: FleetAccess,
): Promise<ConfigurationResult> {
  const { plan, application } = readTenantPlan(id, root);
  const login = await tenantDatabaseLogin(await tenant(id), credentials, cellDatabaseNames.provisioner);
  return configureTenant({ plan, login, folder: join(application.folder, application.spec.migrations.tenant) });
}

async function configureOneCell(
  id: string,
  root: string,
  { cell, credentials }: FleetAccess,
): Promise<ConfigurationResult> {
  const { plan, application } = readCellPlan(id, root);
  const { databaseHost: host, databasePort: port, keyArn } = await cell(id);
  const { provisionerRoleName: user, sharedDatabaseName: database } = plan.database;
  const password = await credentials.databaseToken({ host, port, region: regionOf(keyArn) }, user);
  const login = { host, port, database, user, password, tls: credentials.databaseTls };
  return configureCell({ plan, login, folder: join(application.folder, application.spec.migrations.shared) });
}

function resultText(name: string, result: ConfigurationResult): string {
  switch (result.kind) {
    case "changed":
      return `${name}: applied ${result.applied.join(", ")}.`;
    case "unchanged":
      return `${name}: nothing changed, every file was applied before.`;
    case "not-needed":
      return `${name}: nothing to configure, since ${result.reason}.`;
  }
}
