import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runChild } from "./child.ts";

/** What one run of the command line took. */
export interface CommandUsage {
  readonly seconds: number;
  /** User and system time of the process and all that it started. */
  readonly cpuSeconds: number;
  /** Most that all processes held together. */
  readonly peakMegabytes: number;
  readonly stdout: string;
}

const cli = join(import.meta.dirname, "../cli/main.mjs");
const usagePreload = join(import.meta.dirname, "programs/report-children.mjs");

/** Runs `tenantry` on a fleet as a person types it. @throws with its words where it fails; 2 and 4 are answers. */
export async function runTenantry(root: string, words: readonly string[]): Promise<CommandUsage> {
  const usageFile = join(root, ".git", "bench-usage.json");
  const { code, seconds, stdout, stderr, peakBytes } = await runChild(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "--import", usagePreload, cli, ...words],
    { TENANTRY_FLEET_DIR: root, TENANTRY_BENCH_USAGE: usageFile },
  );
  if (code !== 0 && code !== 2 && code !== 4) {
    throw new Error(`tenantry ${words.join(" ")} ended with ${code}: ${stderr.trim() || stdout.slice(-2000)}`);
  }
  const { cpuSeconds } = JSON.parse(readFileSync(usageFile, "utf8")) as { readonly cpuSeconds: number };
  return { seconds, cpuSeconds, peakMegabytes: Math.round(peakBytes / 1e6), stdout };
}

/** Changes a file of the fleet, runs `work`, and puts the file back. @throws where the edit changes nothing. */
export async function withEdit<T>(
  root: string,
  edit: { readonly file: string; readonly from: RegExp; readonly to: string },
  work: () => Promise<T>,
): Promise<T> {
  const file = join(root, edit.file);
  const before = readFileSync(file, "utf8");
  const after = before.replace(edit.from, edit.to);
  if (after === before) throw new Error(`${edit.file} has nothing like ${edit.from}`);
  writeFileSync(file, after);
  try {
    return await work();
  } finally {
    writeFileSync(file, before);
  }
}
