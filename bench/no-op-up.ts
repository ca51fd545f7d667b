import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runStackOperation } from "../automation/engine/run-stack-operation.ts";
import { isUnchanged } from "../automation/engine/stack-operation.ts";
import { finished } from "../automation/operations/operation-failed-error.ts";
import { engineEnvironment, resetSandbox, type Sandbox, startSandbox } from "../sandbox/index.ts";
import { atMost, type Measurement, median } from "./measurement.ts";
import { emptyEntry } from "./program-start.ts";
import { readUsage, usagePreload } from "./usage.ts";

const repository = join(import.meta.dirname, "..");
const rounds = 5;

/** What an `up` needs: a project and the engine's environment. */
interface Project {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * How much longer a no-op `up` of the free tenant takes than one of an empty program, on one embedded cloud, in turns.
 * The shares tell where the time goes: starting plugins, running the program, and the engine's own.
 */
export async function measureNoOpUp(folder: string, root: string): Promise<readonly Measurement[]> {
  const sandbox = await startSandbox({ folder: join(folder, "sandbox") });
  try {
    const environment = {
      ...(process.env as Record<string, string>),
      ...(await engineEnvironment(sandbox)),
      TENANTRY_FLEET_DIR: root,
      // The program's own process writes what it took.
      NODE_OPTIONS: `--import=${usagePreload}`,
      TENANTRY_BENCH_USAGE: join(folder, "usage.json"),
    };
    const tenant = { folder: layOut(join(folder, "tenant-project"), "stacks/main.mjs"), environment };
    const empty = { folder: layOut(join(folder, "empty-project"), "program/main.mjs"), environment };
    for (const stack of ["cell-us-1", "cell-us-1-platform", "blue-kite"]) await up(tenant, stack);
    await up(empty, "empty");
    return [await compare(sandbox, tenant, empty)];
  } finally {
    await resetSandbox(sandbox.folder);
  }
}

async function compare(sandbox: Sandbox, tenant: Project, empty: Project): Promise<Measurement> {
  const tenantSeconds: number[] = [];
  const emptySeconds: number[] = [];
  const programSeconds: number[] = [];
  const plugins = countPlugins(sandbox);
  for (let round = 0; round < rounds; round += 1) {
    emptySeconds.push(await up(empty, "empty"));
    tenantSeconds.push(await up(tenant, "blue-kite"));
    programSeconds.push(readUsage(tenant.environment["TENANTRY_BENCH_USAGE"] ?? "").seconds);
  }
  const pluginProcesses = await plugins.most();
  const pluginStartSeconds = await pluginStart(tenant.environment);
  const [whole, bare] = [median(tenantSeconds), median(emptySeconds)];
  return atMost(2, {
    name: "no-op up of the free tenant against an empty program's",
    measured: whole / bare,
    unit: "times",
    details: {
      tenantSeconds: whole,
      emptySeconds: bare,
      pluginProcesses,
      pluginStartSeconds,
      pluginsShare: (pluginProcesses * pluginStartSeconds) / whole,
      programShare: median(programSeconds) / whole,
    },
  });
}

/** Seconds of one `up` that must finish, and from the second on change nothing. */
async function up({ folder, environment }: Project, stack: string): Promise<number> {
  const result = await runStackOperation({ stack, operation: "up", projectFolder: folder, environment });
  const { seconds, changes } = finished(stack, "up", result);
  if (known.has(`${folder} ${stack}`) && !isUnchanged(changes)) {
    throw new Error(`a second up of ${stack} changed something: ${JSON.stringify(changes)}`);
  }
  known.add(`${folder} ${stack}`);
  return seconds;
}
const known = new Set<string>();

/** Looks every 20 ms how many plugins are connected. */
function countPlugins(sandbox: Sandbox): { most(): Promise<number> } {
  let most = 0;
  let isWatching = true;
  const watch = async (): Promise<void> => {
    while (isWatching) {
      most = Math.max(most, (await sandbox.status()).pluginCount);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const watching = watch();
  return {
    most: async () => {
      isWatching = false;
      await watching;
      return most;
    },
  };
}

/** From the start of a plugin's process to the port that it prints: the median of nine. */
async function pluginStart(environment: Readonly<Record<string, string>>): Promise<number> {
  const plugins = join(environment["PULUMI_HOME"] ?? "", "plugins");
  const name = readdirSync(plugins).find((plugin) => plugin.startsWith("resource-random-v"));
  if (name === undefined) throw new Error(`no plugin of the random package in ${plugins}`);
  const file = join(plugins, name, "pulumi-resource-random");
  const seconds: number[] = [];
  for (let round = 0; round < 9; round += 1) seconds.push(await untilPort(file, environment));
  return median(seconds);
}

function untilPort(file: string, environment: Readonly<Record<string, string>>): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const started = performance.now();
  const child = spawn(file, [], { env: environment, stdio: ["ignore", "pipe", "inherit"] });
  child.stdout.once("data", () => {
    resolve((performance.now() - started) / 1000);
    child.kill("SIGKILL");
  });
  child.once("error", reject);
  return promise;
}

/** A project folder around the checkout's program, or around the empty one, with a configuration of its own. */
function layOut(folder: string, main: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "Pulumi.yaml"),
    `name: tenantry\nmain: ${main}\nstackConfigDir: configuration\nruntime: { name: nodejs, options: { typescript: false } }\n`,
  );
  for (const part of ["stacks", "package.json", "node_modules"])
    symlinkSync(join(repository, part), join(folder, part));
  cpSync(join(emptyEntry, ".."), join(folder, "program"), { recursive: true });
  return folder;
}
