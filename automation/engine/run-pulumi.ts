import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { endLeftBehind } from "./left-behind.ts";

export interface PulumiRun {
  readonly arguments: readonly string[];
  readonly projectFolder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly onLine?: (line: string) => void;
  readonly signal?: AbortSignal;
}

export interface PulumiExit {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Longest that the engine may take for the steps in flight after it was asked to stop. */
const stopSeconds = 120;

/**
 * Runs the Pulumi CLI once, as a process group of its own: Ctrl-C at a terminal reaches every process of the
 * foreground group, and a provider that ends in the middle of a call leaves a resource that no state knows. Only the
 * CLI is told to stop, and it finishes what is in flight.
 *
 * @throws Error where `pulumi` cannot be started at all.
 */
export function runPulumi(run: PulumiRun): Promise<PulumiExit> {
  // The Node host leaves its pipes behind in the temporary folder: the run gets one of its own, which goes with it.
  const temporary = mkdtempSync(join(tmpdir(), "tenantry-engine-"));
  return new Promise<PulumiExit>((resolve, reject) => {
    const child = spawn("pulumi", [...run.arguments], {
      cwd: run.projectFolder,
      // Without it, `preview --json` prints a digest at the end in place of the events that every other operation streams.
      env: { ...run.environment, PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true", TMPDIR: temporary },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let stdout = "";
    let stderr = "";
    const keepLine = (line: string) => {
      stdout += `${line}\n`;
    };
    createInterface({ input: child.stdout }).on("line", run.onLine ?? keepLine);
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    const release = stopOnAbort(child.pid, run.signal);
    child.on("error", (error) => {
      release();
      reject(new Error(`cannot start pulumi: ${error.message}`, { cause: error }));
    });
    child.on("close", (code) => {
      release();
      resolve({ code, stdout, stderr });
    });
  }).finally(async () => {
    await endLeftBehind(temporary);
    rmSync(temporary, { recursive: true, force: true });
  });
}

/** Forwards an abort as one SIGINT; after `stopSeconds`, ends the whole group. Returns how to stop listening. */
function stopOnAbort(pid: number | undefined, signal: AbortSignal | undefined): () => void {
  if (pid === undefined || !signal) return () => {};
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    process.kill(pid, "SIGINT");
    timer = setTimeout(() => process.kill(-pid, "SIGKILL"), stopSeconds * 1000).unref();
  };
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  return () => {
    signal.removeEventListener("abort", stop);
    clearTimeout(timer);
  };
}
