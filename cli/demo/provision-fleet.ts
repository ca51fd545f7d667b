import { isUnchanged, resourceCount } from "../../automation/engine/stack-operation.ts";
import type { EngineRuns } from "../../automation/operations/engine-runs.ts";
import { TenantOutputs } from "../../model/outputs.ts";
import { cellPlatformStackName, cellStackName, controlPlaneStackName } from "../../model/stack-names.ts";
import { configure } from "../commands/configure.ts";
import type { DemoFleet, PlacedTenant } from "./demo-fleet.ts";
import type { DemoTenant } from "./demo-report.ts";
import { countsOf, type Progress } from "./progress.ts";

export interface DemoRun {
  readonly root: string;
  readonly runs: EngineRuns;
  readonly progress: Progress;
}

/** What came of one tenant. */
export interface ProvisionedTenant {
  readonly tenant: DemoTenant;
  /** Where its workload connects, without any secret. */
  readonly connection: string;
}

/**
 * Provisions a fleet: the control plane first, then cells, each with its platform and shared tables; then every tenant as soon as its cell is
 * there, as many at once as the machine takes.
 *
 * @throws what the first failure threw, after the runs in flight have ended
 */
export async function provisionFleet(fleet: DemoFleet, run: DemoRun): Promise<readonly ProvisionedTenant[]> {
  await bringUp(controlPlaneStackName, run);
  const cells = new Map(fleet.cells.map((cell) => [cell, provisionCell(cell, run)]));
  const settled = await Promise.allSettled([
    ...cells.values(),
    ...fleet.tenants.map(async (tenant) => {
      await cells.get(tenant.cell);
      return provisionTenant(tenant, run);
    }),
  ]);
  const failed = settled.find((result) => result.status === "rejected");
  if (failed) {
    throw failed.reason;
  }
  return settled.flatMap((result) => (result.status === "fulfilled" && result.value ? [result.value] : []));
}

async function provisionCell(cell: string, run: DemoRun): Promise<undefined> {
  for (const stack of [cellStackName(cell), cellPlatformStackName(cell)]) {
    await bringUp(stack, run);
  }
  await applyConfiguration(cell, run);
  return undefined;
}

async function provisionTenant({ id, tier, isolation, cell }: PlacedTenant, run: DemoRun): Promise<ProvisionedTenant> {
  const { changes, outputs, seconds } = await bringUp(id, run);
  const startedAt = performance.now();
  const isConfigured = await applyConfiguration(id, run);
  const tenant = {
    id,
    tier,
    isolation,
    cell,
    resources: resourceCount(changes),
    seconds: seconds + (performance.now() - startedAt) / 1000,
    changed: isConfigured || !isUnchanged(changes),
  };
  return { tenant, connection: connectionOf(TenantOutputs.parse(outputs)) };
}

const connectionOf = (outputs: TenantOutputs): string =>
  `postgresql://${outputs.databaseRole}@${outputs.databaseHost}:${outputs.databasePort}/${outputs.databaseName}, namespace ${outputs.namespace}`;

async function bringUp(stack: string, { runs, progress }: DemoRun) {
  progress.line(stack, "pulumi up …");
  const done = await runs.run(stack, "up");
  progress.line(stack, countsOf(done.changes));
  return done;
}

/** Whether any versioned SQL was applied. */
async function applyConfiguration(name: string, { root, progress }: DemoRun): Promise<boolean> {
  const result = await configure(name, root);
  if (result.kind === "changed") {
    progress.line(name, `applied ${result.applied.join(", ")}`);
  }
  return result.kind === "changed";
}
