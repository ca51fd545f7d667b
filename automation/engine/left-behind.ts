import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

/** Long enough for a language host to close its connections after it was asked to. */
const graceMilliseconds = 2000;

/**
 * Ends what a finished run of the CLI left running, by the temporary folder that only this run had. The Node language
 * host asks whether its engine is still there every five minutes, so one that was not told of the end stays as long.
 *
 * Where the system has no `/proc`, nothing is looked for: the host then ends by itself.
 */
export async function endLeftBehind(temporaryFolder: string): Promise<void> {
  const left = processesIn(temporaryFolder);
  if (left.length === 0) return;
  for (const pid of left) send(pid, "SIGTERM");
  await untilGone(temporaryFolder);
  for (const pid of processesIn(temporaryFolder)) send(pid, "SIGKILL");
  await untilGone(temporaryFolder);
}

async function untilGone(temporaryFolder: string): Promise<void> {
  const deadline = performance.now() + graceMilliseconds;
  while (processesIn(temporaryFolder).length > 0 && performance.now() < deadline) await pause(50);
}

/** Processes that were started with this temporary folder, this one left out. */
function processesIn(temporaryFolder: string): readonly number[] {
  const mark = `TMPDIR=${temporaryFolder}`;
  return processIds().filter((pid) => pid !== process.pid && environmentOf(pid).includes(mark));
}

function processIds(): readonly number[] {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    // Not a Linux.
    return [];
  }
}

function environmentOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
  } catch {
    // It has ended, or is another user's, and so not ours.
    return [];
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
