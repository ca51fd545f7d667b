import { Command } from "commander";
import { connectTenant, tenantDatabaseLogin } from "../../automation/configuration/tenant-connection.ts";
import { openFleet } from "../connect/fleet-access.ts";
import { kindOf } from "../connect/known-name.ts";
import { openSession, runOnce } from "../connect/sql-session.ts";
import { fleetFolder } from "./sandbox-places.ts";

const about = `Connects as the tenant's own workloads do: its role in PostgreSQL, its service account in Kubernetes.

Credentials are short-lived (15 minutes) and made for this call. Without options, psql opens where there is one, else a
small prompt.`;

interface ConnectOptions {
  readonly json?: true;
  readonly command?: string;
}

/** `tenantry connect`: SQL as a tenant, or its credentials. */
export function connectCommand(): Command {
  return new Command("connect")
    .description(about)
    .argument("<tenant>", "a tenant's id")
    .option("--json", "print the credentials for a program; they are secrets")
    .option("-c, --command <sql>", "run this SQL and leave")
    .action(connect);
}

async function connect(id: string, { json, command }: ConnectOptions): Promise<void> {
  const root = fleetFolder();
  kindOf(id, root, ["tenant"]);
  const fleet = await openFleet(root);
  const tenant = await fleet.tenant(id);
  if (json === true) {
    const connection = await connectTenant(tenant, await fleet.cell(tenant.cell), fleet.credentials);
    process.stdout.write(`${JSON.stringify(connection, null, 2)}\n`);
    return;
  }
  const login = await tenantDatabaseLogin(tenant, fleet.credentials, tenant.databaseRole);
  if (command !== undefined) {
    process.stdout.write(`${await runOnce(login, command)}\n`);
    return;
  }
  process.exitCode = await openSession(
    login,
    `${id}: ${login.user} on ${login.host}:${login.port}/${login.database}, schema ${tenant.databaseSchema}`,
  );
}
