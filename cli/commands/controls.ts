import { Command } from "commander";
import { tenantControls } from "../../fleet/controls/tenant-controls.ts";
import { knownFrameworks } from "../../tenants/resolve-file.ts";
import { kindOf } from "../connect/known-name.ts";
import { exitCodes } from "../exit-codes.ts";
import { inWords } from "../in-words.ts";
import { controlsJson, renderControls } from "../report/controls.ts";
import { oscalJson } from "../report/oscal.ts";
import { UserError } from "../user-error.ts";
import { fleetFolder } from "./sandbox-places.ts";

const about = `The security and compliance controls that a tenant's configuration demands, each with what stands behind it:
enforced by a resource, detected by an alarm, published to the application, or not enforceable here, and why.

Computed from what the tenant's stack and its cell's declare, without a cloud. Exits 1 where a control is missing.`;

interface Options {
  readonly json?: true;
  readonly oscal?: true;
}

/** `tenantry controls`: what stands behind each control of a tenant. */
export function controlsCommand(): Command {
  return new Command("controls")
    .description(about)
    .argument("<tenant>", "a tenant's id")
    .option("--json", "for programs")
    .option("--oscal", "as OSCAL assessment results, for auditors' tools")
    .action(controls);
}

async function controls(tenant: string, { json, oscal }: Options): Promise<void> {
  if (json && oscal) throw new UserError("--json and --oscal are two formats: give one of them.");
  const root = fleetFolder();
  kindOf(tenant, root, ["tenant"]);
  const judged = await tenantControls(tenant, root, knownFrameworks()).catch(inWords);
  const text = oscal ? oscalJson(tenant, judged) : json ? controlsJson(tenant, judged) : renderControls(tenant, judged);
  process.stdout.write(`${text}\n`);
  if (judged.some(({ judgement }) => judgement.kind === "missing")) process.exitCode = exitCodes.error;
}
