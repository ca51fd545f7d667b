import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Names one process for good: a pid alone is given again to another process. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it began, in the system's own words. Compared, never read. */
  readonly started: string;
}

/** Identity of a running process; undefined where none with that pid runs. */
export function identify(pid: number): ProcessIdentity | undefined {
  const started = process.platform === "linux" ? startedOnLinux(pid) : startedElsewhere(pid);
  return started === undefined ? undefined : { pid, started };
}

/** Whether that very process still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.started === identity.started;
}

// Field 22 counts from the boot, so the boot belongs to it. Field 2 is a name that may hold spaces and brackets.
function startedOnLinux(pid: number): string | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    // A zombie has ended; it only waits for its parent.
    if (fields[0] === "Z") return undefined;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${fields[19] ?? ""}`;
  } catch {
    // No such process, or it ended while it was read.
    return undefined;
  }
}

function startedElsewhere(pid: number): string | undefined {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    // ps exits with 1 where there is no such process.
    return undefined;
  }
}
