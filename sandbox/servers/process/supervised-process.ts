import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { endProcess } from "./end-process.ts";
import { identify } from "./process-identity.ts";
import { forgetProcess, recordProcess, type StopSignal } from "./process-record.ts";

export interface ProcessOptions {
  /** Unique among the supervisor's processes; names its record. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly workFolder: string;
  /** Overwritten at each start. */
  readonly logFile: string;
  readonly recordFolder: string;
  readonly stopSignal: StopSignal;
  /** Without it, the user of this process. */
  readonly user?: { readonly uid: number; readonly gid: number };
  readonly environment?: Readonly<Record<string, string>>;
}

/** A program that runs as long as its supervisor wants, and no longer than the supervisor itself. */
export interface SupervisedProcess {
  readonly pid: number;
  /** Resolves when it has ended, by whatever reason. */
  readonly ended: Promise<void>;
  isRunning(): boolean;
  /** Ends it; killed where it does not end by itself. Idempotent. */
  stop(): Promise<void>;
}

const stopPatienceMilliseconds = 15_000;

/** Starts a program. @throws where it cannot be started. */
export async function startProcess(options: ProcessOptions): Promise<SupervisedProcess> {
  const child = await spawned(options);
  const identity = child.pid === undefined ? undefined : identify(child.pid);
  if (child.pid === undefined || identity === undefined)
    throw new Error(`${options.name} ended at once: ${lastLogLines(options.logFile)}`);
  recordProcess(options.recordFolder, options.name, identity, options.stopSignal);
  let running = true;
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      running = false;
      forgetProcess(options.recordFolder, options.name);
      resolve();
    };
    child.once("exit", end);
    if (child.exitCode !== null || child.signalCode !== null) end();
  });
  return {
    pid: child.pid,
    ended,
    isRunning: () => running,
    async stop() {
      if (running) await endProcess(identity, options.stopSignal, stopPatienceMilliseconds);
      await ended;
    },
  };
}

/** The end of a program's log, for a message about why it does not run. */
export function lastLogLines(logFile: string): string {
  return readFileSync(logFile, "utf8").trim().split("\n").slice(-3).join(" · ").slice(-600) || "it printed nothing";
}

async function spawned(options: ProcessOptions): Promise<ChildProcess> {
  const log = openSync(options.logFile, "w", 0o600);
  try {
    const [command, ...args] = [...deathSignal(options.stopSignal), options.command, ...options.args];
    const child = spawn(command ?? options.command, args, {
      cwd: options.workFolder,
      env: { PATH: process.env["PATH"] ?? "", ...options.environment },
      stdio: ["ignore", log, log],
      ...options.user,
    });
    await new Promise<void>((resolve, reject) => {
      child.once("spawn", resolve);
      child.once("error", reject);
    });
    return child;
  } finally {
    closeSync(log);
  }
}

let setpriv: boolean | undefined;

/**
 * Words before a command that make the kernel send it a signal when its supervisor dies. Where setpriv of util-linux is
 * missing (macOS), the process is ended by its record at the supervisor's next start.
 */
function deathSignal(signal: StopSignal): readonly string[] {
  setpriv ??= knowsDeathSignal();
  return setpriv ? ["setpriv", "--pdeathsig", signal.replace("SIG", "")] : [];
}

function knowsDeathSignal(): boolean {
  try {
    return execFileSync("setpriv", ["--help"], { encoding: "utf8" }).includes("--pdeathsig");
  } catch {
    // Not installed.
    return false;
  }
}
