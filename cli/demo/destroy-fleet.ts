import type { EngineSettings } from "../../automation/operations/engine-runs.ts";
import { releaseStack } from "../../automation/operations/release-stack.ts";
import { cellPlatformStackName, cellStackName, controlPlaneStackName } from "../../model/stack-names.ts";
import type { DemoFleet } from "./demo-fleet.ts";
import type { DemoRun } from "./provision-fleet.ts";

/**
 * Takes a fleet away: tenants first, then what lives in their cells, then the cells, and last the control plane. What is gone already is passed
 * over, so that an interrupted run can be repeated.
 *
 * @throws what the first failure threw, after the runs in flight have ended
 */
export async function destroyFleet(fleet: DemoFleet, run: DemoRun, settings: EngineSettings): Promise<void> {
  const released = async (stacks: readonly string[]) => {
    const settled = await Promise.allSettled(stacks.map((stack) => release(stack, run, settings)));
    const failed = settled.find((result) => result.status === "rejected");
    if (failed) {
      throw failed.reason;
    }
  };
  await released(fleet.tenants.map(({ id }) => id));
  await released(fleet.cells.map(cellPlatformStackName));
  await released(fleet.cells.map(cellStackName));
  await released([controlPlaneStackName]);
}

async function release(stack: string, { runs, progress }: DemoRun, settings: EngineSettings): Promise<void> {
  progress.line(stack, "protections off, then destroy …");
  const result = await releaseStack(runs, settings, { stack, discard: true });
  progress.line(stack, result.kind === "absent" ? "is gone already" : `${result.resources} resources destroyed`);
}
