import { setTimeout as sleep } from "node:timers/promises";
import { isRunning, type ProcessIdentity } from "./process-identity.ts";

const pollMilliseconds = 25;

/** Asks a process to end, waits, and kills it where it did not. Resolves when it has ended; at once where it had. */
export async function endProcess(
  identity: ProcessIdentity,
  signal: NodeJS.Signals,
  patienceMilliseconds: number,
): Promise<void> {
  send(identity, signal);
  const deadline = Date.now() + patienceMilliseconds;
  while (isRunning(identity)) {
    if (Date.now() > deadline) send(identity, "SIGKILL");
    await sleep(pollMilliseconds);
  }
}

function send(identity: ProcessIdentity, signal: NodeJS.Signals): void {
  if (!isRunning(identity)) return;
  try {
    process.kill(identity.pid, signal);
  } catch (error) {
    // It ended between the look and the signal.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
