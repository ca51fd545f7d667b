import { readdirSync, readFileSync } from "node:fs";

/**
 * Watches how much memory a process and all that it started hold together, until it is asked for the most, in bytes.
 * Looks five times a second; where the system has no `/proc`, the most is 0.
 */
export function watchMemory(pid: number): { mostBytes(): number } {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, treeBytes(pid));
  }, 200);
  return {
    mostBytes: () => {
      clearInterval(timer);
      return most;
    },
  };
}

interface Process {
  readonly parent: number;
  readonly bytes: number;
}

function treeBytes(root: number): number {
  const processes = new Map(processIds().map((pid) => [pid, read(pid)]));
  const isInside = (pid: number): boolean => pid === root || (pid > 1 && isInside(processes.get(pid)?.parent ?? 0));
  return [...processes].reduce((sum, [pid, found]) => (isInside(pid) ? sum + (found?.bytes ?? 0) : sum), 0);
}

function processIds(): readonly number[] {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function read(pid: number): Process | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
    return { parent: field("PPid"), bytes: field("VmRSS") * 1024 };
  } catch {
    // It has ended since the folder was read.
    return undefined;
  }
}
