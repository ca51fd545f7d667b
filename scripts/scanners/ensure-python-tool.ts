import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { lock } from "proper-lockfile";
import { runCommand } from "../../sandbox/engine/run-command.ts";

/** A tool from a Python package index. */
export interface PythonTool {
  /** In messages, and in the name of the folder. */
  readonly name: string;
  /** File with versions and checksums. */
  readonly requirements: string;
}
/** Longer than an installation takes on a slow machine. */
const lockTimeoutMilliseconds = 10 * 60_000;

/** Interpreters to try, the newest that Checkov's dependencies are published for first. */
const interpreters = ["python3", "python3.13", "python3.12", "python3.11", "python3.10"];

/**
 * The `bin` folder of a virtual environment with a tool in it, made where it is absent: outside the checkout, below
 * `XDG_CACHE_HOME` (or `~/.cache`).
 *
 * @throws where there is no Python to make it with, or the installation fails.
 */
export async function ensurePythonTool(
  { name, requirements }: PythonTool,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const pinned = await readFile(requirements);
  const cache = join(environment["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "tenantry", "scanners");
  const folder = join(cache, `${name}-${createHash("sha256").update(pinned).digest("hex").slice(0, 16)}`);
  const bin = join(folder, "bin");
  if (existsSync(completeMark(folder))) return bin;
  await mkdir(cache, { recursive: true });
  const release = await lock(cache, {
    stale: lockTimeoutMilliseconds,
    retries: { retries: 600, minTimeout: 1000, maxTimeout: 1000 },
  });
  try {
    if (!existsSync(completeMark(folder))) await install(folder, { name, requirements });
  } finally {
    await release();
  }
  return bin;
}

/** Written last, so that an interrupted installation is begun anew. */
const completeMark = (folder: string) => join(folder, "complete");

async function install(folder: string, { name, requirements }: PythonTool): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await makeEnvironment(folder, name);
  await run(join(folder, "bin/python"), [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "--require-hashes",
    "-r",
    requirements,
  ]);
  await writeFile(completeMark(folder), "");
}

async function makeEnvironment(folder: string, name: string): Promise<void> {
  const reasons: string[] = [];
  for (const interpreter of interpreters) {
    const { exitCode, stdout, stderr } = await runCommand(interpreter, ["-m", "venv", folder]);
    if (exitCode === 0) return;
    reasons.push(`${interpreter}: ${(stderr || stdout).trim()}`);
  }
  throw new Error(
    `${name} needs Python 3.10 or newer with its venv module, and none was found. Install it (Debian and Ubuntu: apt install python3 python3-venv; macOS: brew install python@3.13), and run this again.\n${reasons.join("\n")}`,
  );
}

async function run(command: string, args: readonly string[]): Promise<void> {
  const { exitCode, stderr } = await runCommand(command, args);
  if (exitCode !== 0) throw new Error(`${command} ${args.join(" ")}\n${stderr}`);
}
