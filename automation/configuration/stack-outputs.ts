import { runPulumi } from "../engine/run-pulumi.ts";
import type { EngineSettings } from "../operations/engine-runs.ts";
import { OperationFailedError } from "../operations/operation-failed-error.ts";

/**
 * What a stack publishes, secrets left out.
 *
 * @returns undefined where there is no such stack, or nothing was provisioned in it yet
 * @throws OperationFailedError where the state cannot be read
 */
export async function stackOutputs(
  { projectFolder, environment }: Pick<EngineSettings, "projectFolder" | "environment">,
  stack: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const words = ["stack", "output", "--json", "--stack", stack, "--non-interactive"];
  const exit = await runPulumi({ arguments: words, projectFolder, environment });
  if (exit.code !== 0) {
    if (/no stack named .* found/.test(exit.stderr)) {
      return undefined;
    }
    throw new OperationFailedError(stack, "stack output", [exit.stderr.trim()]);
  }
  const outputs = JSON.parse(exit.stdout) as Record<string, unknown>;
  return Object.keys(outputs).length === 0 ? undefined : outputs;
}
