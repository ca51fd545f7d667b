import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pLimit from "p-limit";
import { parse } from "yaml";
import { z } from "zod";
import { runPulumi } from "../../automation/engine/run-pulumi.ts";
import { listCellFiles } from "../../cells/index.ts";
import { nameOfFile } from "../../files/named-file.ts";
import { cellPlatformStackName, cellStackName, controlPlaneStackName } from "../../model/stack-names.ts";
import { listTenantIds } from "../../tenants/index.ts";
import { ownEnvironment } from "../own-environment.ts";
import { UserError } from "../user-error.ts";

const projectSchema = z.object({ stackConfigDir: z.string().optional() });
const projectName = "tenantry";
// Each is a process of the engine that takes about 100 MB and half a second.
const atOnce = 4;

/** Names of the stacks of a fleet, from the names of its files: the control plane's, two for each cell, one for each tenant. */
export function stackNames(fleetFolder: string): readonly string[] {
  const cells = listCellFiles(fleetFolder).map(nameOfFile);
  return [
    controlPlaneStackName,
    ...cells.flatMap((cell) => [cellStackName(cell), cellPlatformStackName(cell)]),
    ...listTenantIds(fleetFolder),
  ];
}

/**
 * Makes the stacks that do not exist yet, so that `pulumi up --stack NAME` finds them. Nothing is provisioned.
 *
 * @param environment of an engine run
 * @throws UserError with what the engine said
 */
export async function makeStacks(
  names: readonly string[],
  projectFolder: string,
  environment: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const state = join(fileURLToPath(environment["PULUMI_BACKEND_URL"] ?? ""), ".pulumi", "stacks", projectName);
  const missing = names.filter((name) => !existsSync(join(state, `${name}.json`)));
  const folder = configFolder(projectFolder);
  for (const name of names) alignSalt(join(state, `${name}.json`), join(folder, `Pulumi.${name}.yaml`));
  const limit = pLimit(atOnce);
  await Promise.all(missing.map((name) => limit(() => makeStack(name, projectFolder, environment))));
  return missing;
}

const stateSchema = z.object({
  checkpoint: z.object({
    latest: z.object({ secrets_providers: z.object({ state: z.object({ salt: z.string() }) }).optional() }),
  }),
});
const saltLine = /^encryptionsalt: .*(?:\n|$)/m;

/**
 * The engine keeps the salt of a stack's secrets in a generated file of the checkout too, and refuses the passphrase
 * where that file was made for another sandbox, or for this one before it was reset. The state's own salt is right; a
 * stack without a state gets a new one, and so does a missing file.
 */
function alignSalt(stateFile: string, file: string): void {
  if (!existsSync(file)) return;
  const text = readFileSync(file, "utf8");
  const salt = existsSync(stateFile)
    ? stateSchema.parse(JSON.parse(readFileSync(stateFile, "utf8"))).checkpoint.latest.secrets_providers?.state.salt
    : undefined;
  const aligned = text.replace(saltLine, () => (salt === undefined ? "" : `encryptionsalt: ${salt}\n`));
  if (aligned !== text) writeFileSync(file, aligned);
}

/** Folder in which the engine keeps what it generates for each stack of the project. */
function configFolder(projectFolder: string): string {
  const project = projectSchema.parse(parse(readFileSync(join(projectFolder, "Pulumi.yaml"), "utf8")));
  return join(projectFolder, project.stackConfigDir ?? ".");
}

/** Another process may have made it meanwhile, which is as good. @throws UserError with what the engine said */
async function makeStack(
  name: string,
  projectFolder: string,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const { code, stderr } = await runPulumi({
    arguments: ["stack", "init", name, "--no-select", "--non-interactive"],
    projectFolder,
    environment: { ...ownEnvironment(), ...environment },
  });
  if (code !== 0 && !stderr.includes("already exists")) {
    throw new UserError(
      `The stack ${name} could not be made: ${stderr.trim()}\nTry it by hand: pulumi stack init ${name} --cwd ${projectFolder}`,
    );
  }
}
