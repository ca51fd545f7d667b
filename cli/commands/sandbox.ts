import { Command } from "commander";
import {
  connectSandbox,
  engineEnvironment,
  resetSandbox,
  sandboxStatus,
  startSandbox,
  stopSandbox,
} from "../../sandbox/index.ts";
import { fleetFolder, passphraseFile, projectFolder, sandboxFolder } from "./sandbox-places.ts";
import { existingLines, exportLines, statusLines } from "./sandbox-report.ts";
import { makeStacks, stackNames } from "./sandbox-stacks.ts";

/** `tenantry sandbox`: the embedded cloud on this machine. */
export function sandboxCommand(): Command {
  const command = new Command("sandbox").description(
    "The embedded cloud on this machine. It lies in .tenantry/sandbox, or where TENANTRY_SANDBOX_DIR says.",
  );
  command.command("start").description("start it, or join the one that runs").action(start);
  command.command("stop").description("stop it with all its servers; what it remembers stays").action(stop);
  command.command("status").description("what runs").option("--json", "for programs").action(status);
  command
    .command("reset")
    .description("stop it and delete everything that it remembers, Pulumi's state included")
    .action(reset);
  command
    .command("env")
    .description(
      'start it and print the environment of a plain pulumi: eval "$(tenantry sandbox env)"; pulumi up --stack acme-corp',
    )
    .option("--json", "for programs")
    .action(env);
  command
    .command("list")
    .description("everything that exists in the embedded cloud, whatever any state says")
    .option("--json", "for programs")
    .action(list);
  return command;
}

interface JsonOption {
  readonly json?: true;
}

async function start(): Promise<void> {
  const folder = sandboxFolder();
  await startSandbox({ folder, onProgress: tell });
  for (const line of statusLines(folder, await sandboxStatus(folder))) tell(line);
}

async function stop(): Promise<void> {
  await stopSandbox(sandboxFolder());
  tell(`The sandbox in ${sandboxFolder()} is stopped.`);
}

async function status({ json }: JsonOption): Promise<void> {
  const folder = sandboxFolder();
  const found = await sandboxStatus(folder);
  print(json === true ? [JSON.stringify({ folder, ...found })] : statusLines(folder, found));
}

async function reset(): Promise<void> {
  await resetSandbox(sandboxFolder());
  tell(`The sandbox in ${sandboxFolder()} is stopped and deleted.`);
}

async function env({ json }: JsonOption): Promise<void> {
  const sandbox = await startSandbox({ folder: sandboxFolder(), onProgress: tell });
  const environment = await engineEnvironment(sandbox, passphraseFile);
  const made = await makeStacks(stackNames(fleetFolder()), projectFolder, environment);
  if (made.length > 0) tell(`Stacks made: ${made.join(", ")}`);
  print(json === true ? [JSON.stringify(environment)] : exportLines(environment));
}

async function list({ json }: JsonOption): Promise<void> {
  const existing = await connectSandbox(sandboxFolder()).list();
  print(json === true ? [JSON.stringify(existing)] : existingLines(existing));
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}
