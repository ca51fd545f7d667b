import type { EngineSettings } from "./engine-runs.ts";
import { readStack } from "./read-stack.ts";

/** A resource as the engine has recorded it; secrets stay encrypted. */
export interface RecordedResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly parent?: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

interface ExportedStack {
  readonly deployment?: { readonly resources?: readonly RecordedResource[] };
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
  const exported = (await readStack(settings, stack, "export")) as ExportedStack | undefined;
  return exported && (exported.deployment?.resources ?? []);
}
