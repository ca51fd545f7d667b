import { runPulumi } from "../engine/run-pulumi.ts";
import { isStackMissing } from "../engine/stack-missing.ts";
import type { EngineSettings } from "./engine-runs.ts";
import { OperationFailedError } from "./operation-failed-error.ts";

/**
 * Reads something of a stack by `pulumi stack <what> …` and hands back what it printed as JSON.
 *
 * @param options of `pulumi stack <what>`, beside the stack's name
 * @returns undefined where there is no such stack
 * @throws OperationFailedError where the state cannot be read
 */
export async function readStack(
  { projectFolder, environment }: Pick<EngineSettings, "projectFolder" | "environment">,
  stack: string,
  what: "export" | "output",
  options: readonly string[] = [],
): Promise<unknown> {
  const words = ["stack", what, ...options, "--stack", stack, "--non-interactive"];
  const { code, stdout, stderr } = await runPulumi({ arguments: words, projectFolder, environment });
  if (code === 0) return JSON.parse(stdout);
  if (isStackMissing(stderr)) return undefined;
  throw new OperationFailedError(stack, `stack ${what}`, [stderr.trim()]);
}
