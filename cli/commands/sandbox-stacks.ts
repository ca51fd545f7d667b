import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import { UserError } from "../user-error.ts";

const projectSchema = z.object({ stackConfigDir: z.string().optional() });
const projectName = "tenantry";
// Each is a process of the engine that takes about 100 MB and half a second.
const atOnce = 4;

/** Names of the stacks of a fleet, from the names of its files: two for each cell, one for each tenant. */
export function stackNames(fleetFolder: string): readonly string[] {
  const cells = namesIn(join(fleetFolder, "cells")).flatMap((cell) => [`cell-${cell}`, `cell-${cell}-platform`]);
  return [...cells, ...namesIn(join(fleetFolder, "tenants"))];
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
  const queue = [...missing];
  for (const name of names) alignSalt(join(state, `${name}.json`), configFile(projectFolder, name));
  const worker = async (): Promise<void> => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift())
      await makeStack(name, projectFolder, environment);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
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

function configFile(projectFolder: string, stackName: string): string {
  const project = projectSchema.parse(parse(readFileSync(join(projectFolder, "Pulumi.yaml"), "utf8")));
  return join(projectFolder, project.stackConfigDir ?? ".", `Pulumi.${stackName}.yaml`);
}

function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => basename(file, ".yaml"))
    .sort();
}

function makeStack(name: string, projectFolder: string, environment: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const args = ["stack", "init", name, "--no-select", "--non-interactive", "--cwd", projectFolder];
    const child = spawn("pulumi", args, {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "ignore", "pipe"],
    });
    const said: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => {
      const text = Buffer.concat(said).toString().trim();
      // Another process may have made it meanwhile.
      if (code === 0 || text.includes("already exists")) resolve();
      else
        reject(
          new UserError(
            `The stack ${name} could not be made: ${text}\nTry it by hand: pulumi stack init ${name} --cwd ${projectFolder}`,
          ),
        );
    });
  });
}
