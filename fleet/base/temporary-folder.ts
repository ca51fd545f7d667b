import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";

const prefix = "tenantry-base-";
const ownerFile = "owner";

/** A folder of this process that is gone with it, however it ends. */
export interface TemporaryFolder {
  readonly path: string;
  /** Safe to call twice. */
  remove(): void;
}

/**
 * Makes a folder that only this user can look into. It goes when it is removed, when the process ends, and when it is
 * interrupted; what a killed process left behind is removed by the next one that makes a folder.
 *
 * @param parent default: the system's folder for temporary files.
 */
export function makeTemporaryFolder(parent: string = tmpdir()): TemporaryFolder {
  removeLeftovers(parent);
  const folder = mkdtempSync(join(parent, prefix));
  writeFileSync(join(folder, ownerFile), ownerOf(process.pid));
  const path = join(folder, "tree");
  mkdirSync(path);
  if (live.size === 0) watchEnds();
  live.add(folder);
  return { path, remove: () => removeLive(folder) };
}

/** Folders of this process that are there now. */
const live = new Set<string>();

function removeLive(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  live.delete(folder);
  if (live.size === 0) unwatchEnds();
}

const endCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

function watchEnds(): void {
  process.on("exit", removeAll);
  for (const signal of signals) process.on(signal, end);
}

function unwatchEnds(): void {
  process.off("exit", removeAll);
  for (const signal of signals) process.off(signal, end);
}

function removeAll(): void {
  for (const folder of live) rmSync(folder, { recursive: true, force: true });
}

/** Ends the process as the signal would have, but by way of `exit`; whoever else listens for it decides instead. */
function end(signal: (typeof signals)[number]): void {
  if (process.listenerCount(signal) === 1) process.exit(endCodes[signal]);
}

/** Who made a folder. A process's number is used again, and on every machine, so its start and the machine belong to it. */
function ownerOf(pid: number): string {
  return `${pid} ${startOf(pid) ?? ""} ${hostname()}`;
}

/** When a process began, in the system's own ticks; undefined where the system does not tell, or it is gone. */
function startOf(pid: number): string | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    return status.slice(status.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}

function removeLeftovers(parent: string): void {
  for (const name of readdirSync(parent)) {
    const folder = join(parent, name);
    if (name.startsWith(prefix) && isLeftover(folder)) rmSync(folder, { recursive: true, force: true });
  }
}

/** A folder of this user whose owner is gone. One that is being made has no owner yet, and is left alone. */
function isLeftover(folder: string): boolean {
  try {
    if (statSync(folder).uid !== process.getuid?.()) return false;
    const owner = readFileSync(join(folder, ownerFile), "utf8");
    const pid = Number(owner.split(" ")[0]);
    return owner.endsWith(` ${hostname()}`) && (!isAlive(pid) || ownerOf(pid) !== owner);
  } catch {
    // Gone meanwhile, or not ours to look into.
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
