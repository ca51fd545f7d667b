import { Command } from "commander";
import { EngineRuns, type EngineSettings } from "../../automation/operations/engine-runs.ts";
import { OperationInterruptedError } from "../../automation/operations/operation-failed-error.ts";
import { engineEnvironment, resetSandbox, type Sandbox, startSandbox } from "../../sandbox/index.ts";
import { type DemoFleet, readDemoFleet } from "../demo/demo-fleet.ts";
import { type DemoTenant, renderDemoTable, writeDemoReport } from "../demo/demo-report.ts";
import { destroyFleet } from "../demo/destroy-fleet.ts";
import { findLeftovers } from "../demo/leftovers.ts";
import { Progress } from "../demo/progress.ts";
import { type DemoRun, type ProvisionedTenant, provisionFleet } from "../demo/provision-fleet.ts";
import { exitCodes } from "../exit-codes.ts";
import { ownEnvironment } from "../own-environment.ts";
import { UserError } from "../user-error.ts";
import { fleetFolder, passphraseFile, projectFolder, sandboxFolder } from "./sandbox-places.ts";
import { makeStacks, stackNames } from "./sandbox-stacks.ts";

const about = `Provisions every cell and tenant of the fleet in the embedded cloud, each by a real pulumi up of its own stack.
Run again, it changes nothing. Ctrl-C lets the steps in flight finish; the next run goes on from there.`;

/** `tenantry demo`, which is what `npm start` runs. */
export function demoCommand(): Command {
  return new Command("demo")
    .description(about)
    .option("--destroy", "take everything away again, and the sandbox with it")
    .action(async ({ destroy }: { readonly destroy?: true }) => {
      const interruption = listenForInterruption();
      try {
        await (destroy === true ? takeAway(interruption.signal) : provision(interruption.signal));
      } catch (error) {
        throw error instanceof OperationInterruptedError ? interrupted() : error;
      } finally {
        interruption.release();
      }
    });
}

/** The first Ctrl-C asks for a stop; the engine finishes what is in flight. */
function listenForInterruption() {
  const controller = new AbortController();
  const stop = () => {
    process.stderr.write("\nStopping: the steps in flight finish first …\n");
    controller.abort();
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  return {
    signal: controller.signal,
    release: () => void process.off("SIGINT", stop).off("SIGTERM", stop),
  };
}

const interrupted = (): UserError =>
  new UserError("Interrupted. Nothing is lost: type the same command again to go on.", exitCodes.interrupted);

async function provision(signal: AbortSignal): Promise<void> {
  const progress = new Progress();
  const root = fleetFolder();
  const fleet = readDemoFleet(root);
  const { run } = await prepare(root, progress, signal);
  const provisioned = await provisionFleet(fleet, run);
  const tenants = provisioned.map(({ tenant }) => tenant);
  const report = writeDemoReport(projectFolder, tenants);
  process.stdout.write(
    `${renderDemoTable(tenants)}\n${connectionLines(provisioned)}\n\n${closingWords(tenants, report)}\n`,
  );
}

async function takeAway(signal: AbortSignal): Promise<void> {
  const progress = new Progress();
  const root = fleetFolder();
  const fleet: DemoFleet = readDemoFleet(root);
  const { sandbox, settings, run } = await prepare(root, progress, signal);
  await destroyFleet(fleet, run, settings);
  const { lines, scheduled, snapshots } = await findLeftovers(sandbox);
  if (lines.length > 0) {
    throw new UserError(
      `The embedded cloud still holds ${lines.length} things that no stack knows:\n  ${lines.join("\n  ")}\nThe sandbox is left as it is; \`tenantry sandbox reset\` deletes it.`,
    );
  }
  await resetSandbox(sandbox.folder);
  process.stdout.write(
    `Nothing is left: the embedded cloud held ${scheduled} keys scheduled for deletion and ${snapshots} last snapshots, as an AWS account would, and is deleted with them.\n`,
  );
}

interface Prepared {
  readonly sandbox: Sandbox;
  readonly settings: EngineSettings;
  readonly run: DemoRun;
}

/** Starts the sandbox, makes the bundle, and gathers what engine runs need. */
async function prepare(root: string, progress: Progress, signal: AbortSignal): Promise<Prepared> {
  const sandbox = await startSandbox({
    folder: sandboxFolder(),
    onProgress: (line) => progress.line("sandbox", line.replace(/^sandbox: /, "")),
  });
  const { makeBundle } = await import("../../scripts/make-bundle.ts");
  const { milliseconds } = await makeBundle();
  progress.line("program", `bundled in ${milliseconds} ms`);
  const environment: Record<string, string> = {
    ...ownEnvironment(),
    ...(await engineEnvironment(sandbox, passphraseFile)),
    TENANTRY_FLEET_DIR: root,
  };
  // Also mends what the checkout remembers of a sandbox that was deleted.
  await makeStacks(stackNames(root), projectFolder, environment);
  const settings: EngineSettings = { projectFolder, environment, signal };
  return { sandbox, settings, run: { root, runs: new EngineRuns(settings), progress } };
}

const connectionLines = (provisioned: readonly ProvisionedTenant[]): string =>
  provisioned.map(({ tenant, connection }) => `${tenant.id.padEnd(20)}${connection}`).join("\n");

function closingWords(tenants: readonly DemoTenant[], report: string): string {
  const [first] = tenants;
  const unchanged = tenants.every(({ changed }) => !changed);
  return [
    unchanged ? "Nothing changed: every stack is as its files say." : `${tenants.length} tenants are up.`,
    `Written to ${report}. Next:`,
    `  npm run -s tenantry -- connect ${first?.id ?? "<tenant>"} --json    what a tenant's workload connects with`,
    `  npm run -s tenantry -- synth ${first?.id ?? "<tenant>"}             what its stack declares`,
    `  eval "$(npm run -s tenantry -- sandbox env)"; pulumi up --stack ${first?.id ?? "<tenant>"}`,
    "  npm start -- --destroy                                take everything away again",
  ].join("\n");
}
