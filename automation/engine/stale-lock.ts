import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** Who holds a stack's lock, as the file backend words it: `created by root@host (pid 42) at 2026-…`. */
export interface LockHolder {
  readonly host: string;
  readonly pid: number;
}

/** The holders that the engine's complaint names; empty where the message is not about a lock. */
export function lockHoldersIn(message: string): readonly LockHolder[] {
  return [...message.matchAll(/created by \S+@(\S+) \(pid (\d+)\)/g)].map(([, host, pid]) => ({
    host: host ?? "",
    pid: Number(pid),
  }));
}

/**
 * Whether every holder is proved dead: on this machine, and no `pulumi` of that pid runs. A holder on another machine
 * cannot be proved dead from here.
 */
export function areProvedDead(holders: readonly LockHolder[]): boolean {
  return holders.length > 0 && holders.every(({ host, pid }) => host === hostname() && !isPulumi(pid));
}

function isPulumi(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("pulumi");
  } catch {
    // No /proc on this system: the pid is taken, so it may be the holder.
    return process.platform !== "linux";
  }
}
