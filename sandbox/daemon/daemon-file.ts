import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { isRunning } from "../servers/process/process-identity.ts";
import type { SandboxPaths } from "./sandbox-paths.ts";

const daemonSchema = z.object({
  pid: z.number(),
  started: z.string(),
  /** Which sources it runs. */
  sources: z.string(),
  controlPort: z.number(),
  token: z.string(),
});

/** How to reach a running daemon. */
export type DaemonRecord = z.infer<typeof daemonSchema>;

/** The daemon of a folder, where one runs. A record of one that was killed counts as none. */
export function runningDaemon(paths: SandboxPaths): DaemonRecord | undefined {
  try {
    const record = daemonSchema.parse(JSON.parse(readFileSync(paths.daemonFile, "utf8")));
    return isRunning(record) ? record : undefined;
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException).code === "ENOENT" ||
      error instanceof SyntaxError ||
      error instanceof z.ZodError
    )
      return undefined;
    throw error;
  }
}

/** Makes the daemon known; readable by its owner alone. */
export function writeDaemonFile(paths: SandboxPaths, record: DaemonRecord): void {
  writeFileSync(`${paths.daemonFile}.new`, JSON.stringify(record), { mode: 0o600 });
  renameSync(`${paths.daemonFile}.new`, paths.daemonFile);
}

export function removeDaemonFile(paths: SandboxPaths): void {
  rmSync(paths.daemonFile, { force: true });
}
