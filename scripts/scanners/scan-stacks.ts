import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SynthesisedStack } from "../../fleet/synth/synthesised-stack.ts";
import { type CheckovRun, runCheckov } from "./run-checkov.ts";
import { writeStack } from "./write-stacks.ts";

/** Scans stacks in both forms in one run of Checkov, by way of a folder that is gone afterwards. */
export async function scanStacks(stacks: Iterable<SynthesisedStack>): Promise<CheckovRun> {
  const folder = mkdtempSync(join(tmpdir(), "tenantry-scan-"));
  try {
    for (const stack of stacks) writeStack(folder, stack);
    return await runCheckov(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
