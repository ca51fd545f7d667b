import { spawn } from "node:child_process";
import { watchMemory } from "./process-tree.ts";

/** How a child process ended. */
export interface ChildRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  /** Most that it and all that it started held together. */
  readonly peakBytes: number;
}

/** Runs a program to its end and times it. `environment` is added to this process's own. */
export function runChild(
  program: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ChildRun> {
  const { promise, resolve, reject } = Promise.withResolvers<ChildRun>();
  const started = performance.now();
  const child = spawn(program, [...words], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const memory = child.pid === undefined ? undefined : watchMemory(child.pid);
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  child.on("error", reject);
  child.on("close", (code) => {
    const seconds = (performance.now() - started) / 1000;
    resolve({ code, stdout, stderr, seconds, peakBytes: memory?.mostBytes() ?? 0 });
  });
  return promise;
}

/** Runs one of this folder's own programs with this Node, and reads the JSON that it prints last. @throws with its words where it fails. */
export async function runOwn<T>(
  script: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<T> {
  const { code, stdout, stderr } = await runChild(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", script, ...words],
    environment,
  );
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${stderr.trim()}`);
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as T;
}
