import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { askDaemon } from "./daemon/control-client.ts";
import type { DaemonStatus } from "./daemon/control-methods.ts";
import { runningDaemon } from "./daemon/daemon-file.ts";
import { type SandboxPaths, sandboxPaths } from "./daemon/sandbox-paths.ts";
import { sourceDigest } from "./daemon/source-digest.ts";
import { ensureEngine } from "./engine/ensure-engine.ts";
import { ensureProgram } from "./engine/ensure-program.ts";
import { connectSandbox, type Sandbox } from "./sandbox.ts";
import { removeServersFolder } from "./servers/postgres/server-folders.ts";
import { endProcess } from "./servers/process/end-process.ts";
import { endRecordedProcesses } from "./servers/process/process-record.ts";

export interface StartOptions {
  /** Holds everything that the embedded cloud remembers; made where it is missing. */
  readonly folder: string;
  /** One line of what is being done and how long it may take. Without it, nothing is said. */
  readonly onProgress?: (line: string) => void;
}

export type SandboxStatus = { readonly kind: "stopped" } | { readonly kind: "running"; readonly daemon: DaemonStatus };

/** The daemon ended or was not ready in time; the message has the end of its log, or where that is. */
export class SandboxStartError extends Error {
  override readonly name = "SandboxStartError";
  readonly code = "SANDBOX_START_FAILED";
}

const pollMilliseconds = 50;
const stopPatienceMilliseconds = 60_000;
const readyTimeoutMilliseconds = 180_000;

/**
 * Starts the embedded cloud of a folder, or joins the one that runs there; one that runs older sources is restarted.
 * Before, the programs that it needs are made available, which may take minutes the first time on a machine.
 *
 * @throws ProgramMissingError, SandboxStartError
 */
export async function startSandbox(options: StartOptions): Promise<Sandbox> {
  const onProgress = options.onProgress ?? (() => undefined);
  const paths = sandboxPaths(resolve(options.folder));
  await ensureEngine({ onProgress });
  for (const name of ["etcd", "kube-apiserver", "kube-controller-manager"] as const)
    await ensureProgram(name, { onProgress });
  const found = runningDaemon(paths);
  if (found !== undefined && found.sources !== sourceDigest()) {
    onProgress("sandbox: restarting, since its sources have changed");
    await stopSandbox(paths.folder);
  }
  if (runningDaemon(paths) === undefined) {
    onProgress("sandbox: starting");
    await spawnDaemon(paths);
  }
  const status = await untilReady(paths);
  for (const problem of status.problems) onProgress(`sandbox: ${problem}`);
  return connectSandbox(paths.folder);
}

/** Whether a sandbox runs, and what it says of itself. */
export async function sandboxStatus(folder: string): Promise<SandboxStatus> {
  const paths = sandboxPaths(resolve(folder));
  if (runningDaemon(paths) === undefined) return { kind: "stopped" };
  return { kind: "running", daemon: (await askDaemon(paths, "status")) as DaemonStatus };
}

/** Stops a sandbox with all its servers, and ends what one that was killed left running. What it remembers stays. Idempotent. */
export async function stopSandbox(folder: string): Promise<void> {
  const paths = sandboxPaths(resolve(folder));
  const daemon = runningDaemon(paths);
  if (daemon !== undefined) await endProcess(daemon, "SIGTERM", stopPatienceMilliseconds);
  if (existsSync(paths.processFolder)) await endRecordedProcesses(paths.processFolder);
}

/** Stops a sandbox and deletes everything that it remembers, Pulumi's state included. Idempotent. */
export async function resetSandbox(folder: string): Promise<void> {
  await stopSandbox(folder);
  removeServersFolder(resolve(folder));
  rmSync(resolve(folder), { recursive: true, force: true });
}

async function spawnDaemon(paths: SandboxPaths): Promise<void> {
  mkdirSync(paths.folder, { recursive: true, mode: 0o711 });
  const log = openSync(paths.daemonLog, "a", 0o600);
  const begin = statSync(paths.daemonLog).size;
  const main = join(import.meta.dirname, "daemon", "main.ts");
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main, "--folder", paths.folder], {
    cwd: paths.folder,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  let ended = false;
  for (const event of ["error", "exit"]) {
    child.once(event, () => {
      ended = true;
    });
  }
  // Another process may start one at the same time: the daemon that comes second ends, and its starter joins the first.
  for (
    let found = runningDaemon(paths);
    found === undefined || (found.pid !== child.pid && !ended);
    found = runningDaemon(paths)
  ) {
    if (ended)
      throw new SandboxStartError(
        `The sandbox in ${paths.folder} does not start: ${firstLine(paths.daemonLog, begin)}`,
      );
    await sleep(pollMilliseconds);
  }
  child.unref();
}

async function untilReady(paths: SandboxPaths): Promise<DaemonStatus> {
  const deadline = Date.now() + readyTimeoutMilliseconds;
  for (;;) {
    const status = (await askDaemon(paths, "status")) as DaemonStatus;
    if (status.ready) return status;
    if (Date.now() > deadline)
      throw new SandboxStartError(
        `The sandbox in ${paths.folder} is not ready after ${readyTimeoutMilliseconds / 1000} s. Its log: ${paths.daemonLog}`,
      );
    await sleep(pollMilliseconds);
  }
}

function firstLine(file: string, begin: number): string {
  return readFileSync(file).subarray(begin).toString().trim().split("\n")[0] || `it printed nothing. Its log: ${file}`;
}
