import { runPulumi } from "../engine/run-pulumi.ts";
import type { EngineSettings } from "./engine-runs.ts";
import { OperationFailedError } from "./operation-failed-error.ts";

/** A resource as the engine has recorded it; secrets stay encrypted. */
export interface RecordedResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly parent?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

/**
 * The resources that the engine has on record for a stack, the stack itself included; none where it is empty.
 *
 * @returns undefined where there is no such stack
 * @throws OperationFailedError where the state cannot be read
 */
export async function recordedResources(
  settings: EngineSettings,
  stack: string,
): Promise<readonly RecordedResource[] | undefined> {
  const { projectFolder, environment } = settings;
  const exit = await runPulumi({ arguments: ["stack", "export", "--stack", stack], projectFolder, environment });
  if (exit.code !== 0) {
    if (/no stack named .* found/.test(exit.stderr)) return undefined;
    throw new OperationFailedError(stack, "stack export", [exit.stderr.trim()]);
  }
  const { deployment } = JSON.parse(exit.stdout) as { deployment?: { resources?: readonly RecordedResource[] } };
  return deployment?.resources ?? [];
}
