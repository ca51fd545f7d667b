import { execFile } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { EngineRuns } from "../../../automation/operations/engine-runs.ts";
import { passphraseFile, projectFolder } from "../../../cli/commands/sandbox-places.ts";
import { readDemoFleet } from "../../../cli/demo/demo-fleet.ts";
import { Progress } from "../../../cli/demo/progress.ts";
import { provisionFleet } from "../../../cli/demo/provision-fleet.ts";
import { connectSandbox, engineEnvironment, resetSandbox, type Sandbox, startSandbox } from "../../../sandbox/index.ts";
import type { ConnectionDocument } from "./connection-document.ts";

/** The fleet of `test/fixtures/fleet-isolation`, provisioned by the engine in a sandbox of its own. */
export interface ProvisionedFleet {
  /** What `tenantry connect <tenant> --json` prints, by tenant. */
  readonly documents: ReadonlyMap<string, ConnectionDocument>;
  readonly sandbox: Sandbox;
  /** Runs the command line as a person would. */
  tenantry(...words: string[]): Promise<string>;
  /** The same with more environment. */
  tenantryWith(environment: Readonly<Record<string, string>>, ...words: string[]): Promise<string>;
  /** Stops the sandbox and deletes it, with what the engine keeps of these stacks in the project. */
  close(): Promise<void>;
}

const run = promisify(execFile);
const root = join(projectFolder, "test/fixtures/fleet-isolation");

/** Provisions it in the sandbox of `folder`, or finds it there. */
export async function provisionIsolationFleet(folder: string): Promise<ProvisionedFleet> {
  const own = { TENANTRY_FLEET_DIR: root, TENANTRY_SANDBOX_DIR: folder };
  const before = { ...process.env };
  // `configure` looks where a person's shell would say.
  Object.assign(process.env, own);
  try {
    const sandbox = await startSandbox({ folder });
    const environment = { ...environmentOf(process.env), ...(await engineEnvironment(sandbox, passphraseFile)) };
    await provisionFleet(readDemoFleet(root), {
      root,
      runs: new EngineRuns({ projectFolder, environment }),
      progress: new Progress(),
    });
  } finally {
    for (const name of Object.keys(own)) delete process.env[name];
    Object.assign(process.env, before);
  }
  const tenantryWith = async (environment: Readonly<Record<string, string>>, ...words: string[]) => {
    const options = { env: { ...process.env, ...own, ...environment }, maxBuffer: 1 << 24 };
    return (await run(join(projectFolder, "cli/tenantry"), words, options)).stdout;
  };
  const tenantry = (...words: string[]) => tenantryWith({}, ...words);
  const documents = new Map<string, ConnectionDocument>();
  for (const id of namesIn("tenants")) {
    documents.set(id, JSON.parse(await tenantry("connect", id, "--json")) as ConnectionDocument);
  }
  return { documents, sandbox: connectSandbox(folder), tenantry, tenantryWith, close: () => close(folder) };
}

const environmentOf = (environment: NodeJS.ProcessEnv) =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
const namesIn = (folder: string) =>
  readdirSync(join(root, folder))
    .map((file) => basename(file, ".yaml"))
    .sort();

async function close(folder: string): Promise<void> {
  await resetSandbox(folder);
  const stacks = [
    ...namesIn("tenants"),
    ...namesIn("cells").flatMap((cell) => [`cell-${cell}`, `cell-${cell}-platform`]),
  ];
  for (const stack of stacks) rmSync(join(projectFolder, "stacks/config", `Pulumi.${stack}.yaml`), { force: true });
}
