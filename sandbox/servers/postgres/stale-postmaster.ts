import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../../engine/run-command.ts";
import { endProcess } from "../process/end-process.ts";
import { identify } from "../process/process-identity.ts";

const patienceMilliseconds = 10_000;

/**
 * Clears the way for a new server over its data. `postmaster.pid` of a killed server may name a pid that another process
 * has by now; only one that was started with this very folder is ended.
 */
export async function endStalePostmaster(data: string): Promise<void> {
  const file = join(data, "postmaster.pid");
  let pid: number;
  try {
    pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  } catch {
    // Ended in good order, or never started.
    return;
  }
  const identity = identify(pid);
  const { stdout } =
    identity === undefined ? { stdout: "" } : await runCommand("ps", ["-o", "args=", "-p", String(pid)]);
  if (identity !== undefined && stdout.includes(data)) await endProcess(identity, "SIGINT", patienceMilliseconds);
  rmSync(file, { force: true });
}
