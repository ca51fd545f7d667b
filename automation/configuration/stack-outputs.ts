import type { EngineSettings } from "../operations/engine-runs.ts";
import { readStack } from "../operations/read-stack.ts";

/**
 * What a stack publishes, secrets left out.
 *
 * @returns undefined where there is no such stack, or nothing was provisioned in it yet
 * @throws OperationFailedError where the state cannot be read
 */
export async function stackOutputs(
  settings: Pick<EngineSettings, "projectFolder" | "environment">,
  stack: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const outputs = (await readStack(settings, stack, "output", ["--json"])) as Record<string, unknown> | undefined;
  return outputs === undefined || Object.keys(outputs).length === 0 ? undefined : outputs;
}
