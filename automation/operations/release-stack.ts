import { runPulumi } from "../engine/run-pulumi.ts";
import type { EngineRuns, EngineSettings } from "./engine-runs.ts";
import { OperationFailedError } from "./operation-failed-error.ts";
import { recordedResources } from "./recorded-stack.ts";

/** What came of a release. */
export type ReleaseResult = { readonly kind: "released"; readonly resources: number } | { readonly kind: "absent" };

export interface Release {
  readonly stack: string;
  /** Whether data goes for good: objects in buckets are deleted and databases leave no last snapshot. */
  readonly discard: boolean;
}

/**
 * Takes a stack away with all that it protects: protections come off in a run of their own (phase `releasing`), then
 * everything is destroyed, then the empty stack is removed. Repeated after an interruption, it goes on.
 *
 * @returns `absent` where there was no such stack, or nothing in it
 * @throws OperationFailedError, OperationInterruptedError
 */
export async function releaseStack(
  runs: EngineRuns,
  settings: EngineSettings,
  { stack, discard }: Release,
): Promise<ReleaseResult> {
  const recorded = await recordedResources(settings, stack);
  if (recorded === undefined) return { kind: "absent" };
  if (recorded.length > 0) {
    await runs.run(stack, "up", {
      "tenantry:phase": "releasing",
      ...(discard ? { "tenantry:discard": "true" } : {}),
    });
    await runs.run(stack, "destroy");
  }
  const { projectFolder, environment } = settings;
  const removed = await runPulumi({
    arguments: ["stack", "rm", "--yes", "--stack", stack],
    projectFolder,
    environment,
  });
  if (removed.code !== 0) {
    throw new OperationFailedError(stack, "stack rm", [removed.stderr.trim()]);
  }
  return recorded.length > 0 ? { kind: "released", resources: recorded.length } : { kind: "absent" };
}
