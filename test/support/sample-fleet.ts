import { type EngineRun, testEngine } from "./engine.ts";

/** A stack of the committed fleet, and the stacks that it refers to. */
export interface SampleStack {
  readonly stack: string;
  readonly needs: readonly string[];
}

/** Every stack of the committed sample fleet, each after those that it needs. */
export const sampleStacks: readonly SampleStack[] = [
  { stack: "control-plane", needs: [] },
  { stack: "cell-us-1", needs: [] },
  { stack: "cell-us-1-platform", needs: ["cell-us-1"] },
  { stack: "cell-umbra-1", needs: [] },
  { stack: "cell-umbra-1-platform", needs: ["cell-umbra-1"] },
  { stack: "blue-kite", needs: ["cell-us-1", "cell-us-1-platform"] },
  { stack: "acme-corp", needs: ["cell-us-1", "cell-us-1-platform"] },
  { stack: "northwind-freight", needs: ["cell-us-1", "cell-us-1-platform"] },
  { stack: "umbra-health", needs: ["cell-umbra-1", "cell-umbra-1-platform"] },
];

/** Brings the whole sample fleet up once a test run; stack → its first `up`. */
export async function sampleFleetUp(): Promise<ReadonlyMap<string, EngineRun>> {
  const engine = await testEngine();
  const runs = sampleStacks.map(async ({ stack, needs }) => [stack, await engine.provisioned(stack, needs)] as const);
  return new Map(await Promise.all(runs));
}
