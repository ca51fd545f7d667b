import { createRequire } from "node:module";
import { join } from "node:path";
import { synthStack } from "../fleet/synth/fleet.ts";
import type { StackOutputs } from "../fleet/synth/references.ts";
import { startAnsweringEngine } from "./answering-engine.ts";
import { runChild } from "./child.ts";
import { atMost, type Measurement, median } from "./measurement.ts";
import { readUsage, type Usage, usagePreload } from "./usage.ts";

/** What a program took, and how much it declared. */
interface ProgramRun extends Usage {
  readonly resources: number;
}

const launcher = createRequire(import.meta.url).resolve("@pulumi/pulumi/cmd/run/index.js");
const tenantEntry = join(import.meta.dirname, "../stacks/main.mjs");
const rounds = 7;

/** The program that declares nothing. */
export const emptyEntry: string = join(import.meta.dirname, "programs/empty/main.mjs");

/**
 * What the free tenant's program adds to an empty one, both started by the SDK's own launcher against an engine that
 * only answers. They start in turns, so that what else the machine does meets both.
 */
export async function measureProgramStart(folder: string, root: string): Promise<readonly Measurement[]> {
  const cell = await synthStack("cell-us-1", root);
  const run = (entry: string, stack: string): Promise<ProgramRun> =>
    runProgram({ entry, stack, folder, root, references: async () => cell.outputs });
  const empty: ProgramRun[] = [];
  const tenant: ProgramRun[] = [];
  for (let round = 0; round < rounds; round += 1) {
    empty.push(await run(emptyEntry, "empty"));
    tenant.push(await run(tenantEntry, "blue-kite"));
  }
  const seconds = (runs: readonly ProgramRun[]): number => median(runs.map((one) => one.seconds));
  const megabytes = (runs: readonly ProgramRun[]): number => median(runs.map(({ peakBytes }) => peakBytes)) / 1e6;
  return [
    atMost(0.25, {
      name: "time that the free tenant's program adds to an empty one",
      measured: seconds(tenant) - seconds(empty),
      unit: "s",
      details: { tenantSeconds: seconds(tenant), emptySeconds: seconds(empty), resources: tenant[0]?.resources ?? 0 },
    }),
    atMost(60, {
      name: "memory that the free tenant's program adds to an empty one",
      measured: megabytes(tenant) - megabytes(empty),
      unit: "MB",
      details: { tenantMegabytes: megabytes(tenant), emptyMegabytes: megabytes(empty) },
    }),
  ];
}

interface ProgramOrder {
  readonly entry: string;
  readonly stack: string;
  /** For what the process writes. */
  readonly folder: string;
  readonly root: string;
  readonly references: StackOutputs;
}

async function runProgram({ entry, stack, folder, root, references }: ProgramOrder): Promise<ProgramRun> {
  const usageFile = join(folder, "usage.json");
  const engine = await startAnsweringEngine(stack, references);
  const { address } = engine;
  const words = ["--monitor", address, "--engine", address, "--project", "tenantry", "--stack", stack];
  const { code, stderr } = await runChild(
    process.execPath,
    [
      "--import",
      usagePreload,
      launcher,
      ...words,
      "--organization",
      "organization",
      "--parallel",
      "16",
      "--pwd",
      root,
      entry,
    ],
    { TENANTRY_FLEET_DIR: root, TENANTRY_BENCH_USAGE: usageFile },
  );
  engine.close();
  if (code !== 0)
    throw new Error(`the program of ${stack} ended with ${code}: ${[...engine.complaints, stderr.trim()].join("\n")}`);
  return { ...readUsage(usageFile), resources: engine.registered() };
}
