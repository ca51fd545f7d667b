import { z } from "zod";
import { runningDaemon } from "./daemon-file.ts";
import type { SandboxPaths } from "./sandbox-paths.ts";

/** No daemon serves the folder. */
export class SandboxStoppedError extends Error {
  override readonly name = "SandboxStoppedError";
  readonly code = "SANDBOX_STOPPED";
}

const answerSchema = z.object({ result: z.unknown().optional(), error: z.string().optional() });

/** Asks the daemon of a folder. @throws SandboxStoppedError where none runs, and what the daemon answers as an error. */
export async function askDaemon(
  paths: SandboxPaths,
  method: string,
  args: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  const daemon = runningDaemon(paths);
  if (daemon === undefined)
    throw new SandboxStoppedError(`No sandbox runs in ${paths.folder}. Start it: tenantry sandbox start`);
  const response = await fetch(`http://127.0.0.1:${daemon.controlPort}/${method}`, {
    method: "POST",
    headers: { authorization: `Bearer ${daemon.token}`, "content-type": "application/json" },
    body: JSON.stringify(args),
  });
  const { result, error } = answerSchema.parse(await response.json());
  if (error !== undefined) throw new Error(error);
  return result;
}
