import { Command } from "commander";
import { attachedTo, standsOn } from "../../fleet/graph/blast-radius.ts";
import { type ReadBlastRadius, readBlastRadius } from "../../fleet/graph/read-blast-radius.ts";
import { nearest } from "../../model/nearest.ts";
import { printable } from "../../model/printable.ts";
import { ProblemsError } from "../../model/problems.ts";
import { listTenantIds, readTenant } from "../../tenants/index.ts";
import { SharedFiles } from "../../tenants/shared-files.ts";
import { inWords } from "../in-words.ts";
import { radiusJson, renderCellRadius, renderResourceRadius, renderTenantRadius } from "../report/blast-radius.ts";
import { UserError } from "../user-error.ts";
import { fleetFolder } from "./sandbox-places.ts";

const about = `Which tenants share a resource. For a tenant: what of its cell it stands on, and who else does. For a resource of a
cell's stack, by logical name or URN: which tenants stand on it. Without a name: each cell, what most tenants share first.

Computed from what the stacks declare: what a tenant's inputs name of the cell, and what that depends on in turn. What
lives inside a cell's cluster and database server (cell-<id>-platform) is not looked at.`;

const examples = `
Examples:
  tenantry blast-radius
  tenantry blast-radius acme-corp
  tenantry blast-radius cell-us-1-database-server

Exit codes: 0 fine, 1 error, 3 bad file.`;

interface Options {
  readonly json?: true;
}

/** `tenantry blast-radius`: who shares what. */
export function blastRadiusCommand(): Command {
  return new Command("blast-radius")
    .description(about)
    .argument("[name]", "a tenant's id, or a resource of a cell's stack")
    .option("--json", "for programs")
    .addHelpText("after", examples)
    .action(showRadius);
}

async function showRadius(name: string | undefined, { json }: Options): Promise<void> {
  const root = fleetFolder();
  const texts =
    name === undefined
      ? await cells(root, json)
      : [listTenantIds(root).includes(name) ? await ofTenant(name, root, json) : await ofResource(name, root, json)];
  process.stdout.write(`${texts.join("\n\n")}\n`);
}

async function cells(root: string, json?: true): Promise<readonly string[]> {
  const read = await readAll(root);
  if (!json) return read.map(({ radius }) => renderCellRadius(radius));
  return [JSON.stringify({ formatVersion: 1, cells: read.map(({ radius }) => radius) }, null, 2)];
}

async function ofTenant(tenant: string, root: string, json?: true): Promise<string> {
  const reading = readTenant(tenant, root);
  if (reading.kind === "refused") throw new ProblemsError(reading.problems);
  const { radius } = await told(reading.tenant.spec.placement.cell, root);
  return json ? radiusJson(radius, standsOn(radius, tenant), { tenant }) : renderTenantRadius(radius, tenant);
}

async function ofResource(name: string, root: string, json?: true): Promise<string> {
  const read = await readAll(root);
  for (const { radius, cell } of read) {
    const resource = radius.resources.find((one) => one.urn === name || one.name === name);
    if (resource === undefined) continue;
    const attached = attachedTo(radius, cell, resource.urn);
    return json ? radiusJson(radius, [resource], { attached }) : renderResourceRadius(radius, resource, attached);
  }
  const known = read.flatMap(({ radius }) => radius.resources.map((resource) => resource.name));
  const meant = nearest(name, [...listTenantIds(root), ...known]);
  throw new UserError(
    `There is no tenant and no resource of a cell "${printable(name)}". ${meant === undefined ? "All of a cell's: tenantry synth cell-<id>" : `Did you mean ${printable(meant)}?`}`,
  );
}

const readAll = async (root: string): Promise<readonly ReadBlastRadius[]> => {
  const read: ReadBlastRadius[] = [];
  for (const id of new SharedFiles(root).cellIds()) read.push(await told(id, root));
  return read;
};

/** Says on standard error which tenants could not be looked at: an answer without them is not the whole one. */
async function told(cellId: string, root: string): Promise<ReadBlastRadius> {
  const read = await readBlastRadius(cellId, root).catch(inWords);
  for (const { tenant, error } of read.failed) {
    process.stderr.write(
      `${printable(tenant)} is left out: ${printable(String((error as Error).message))}. Type: tenantry check\n`,
    );
  }
  return read;
}
