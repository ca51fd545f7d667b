import { mkdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { lock } from "proper-lockfile";
import { buildProgram } from "./build-program.ts";
import {
  cachedProgram,
  defaultCacheFolder,
  makeStagingFolder,
  type ProgramSource,
  placeProgram,
  programFolder,
  removeStagingFolders,
} from "./cache.ts";
import { downloadProgram } from "./download-program.ts";
import type { Environment } from "./find-go.ts";
import { findOnPath } from "./find-on-path.ts";
import type { Program } from "./program.ts";
import { type Attempt, ProgramMissingError } from "./program-missing-error.ts";
import { type ProgramName, programsFor } from "./programs.ts";
import { acceptsVersion, versionOf } from "./version.ts";
import { spokenDuration, withHeartbeat } from "./with-heartbeat.ts";

export interface EnsureOptions {
  /** One line of what is being done and how long it may take. Without it, nothing is said. */
  readonly onProgress?: (line: string) => void;
  /** Without it, that of the process; PATH, XDG_CACHE_HOME and Go's own variables count. */
  readonly environment?: Environment;
}

/** An executable that is ready to run, and how it came here. */
export interface FoundProgram {
  readonly path: string;
  readonly source: "path" | ProgramSource;
}

/**
 * Path of a program of the sandbox or the engine: from PATH, from the cache, downloaded, or built.
 *
 * @throws ProgramMissingError where it can be had in no way
 */
export async function ensureProgram(name: ProgramName, options: EnsureOptions = {}): Promise<string> {
  return (await findOrMakeProgram(programsFor()[name], options)).path;
}

/** As `ensureProgram`, for a program that is described by the caller. */
export async function findOrMakeProgram(program: Program, options: EnsureOptions = {}): Promise<FoundProgram> {
  const environment = options.environment ?? process.env;
  const cacheFolder = defaultCacheFolder(environment);
  const attempts: Attempt[] = [];
  const onPath = await acceptableOnPath(program, environment, attempts);
  if (onPath !== undefined) return { path: onPath, source: "path" };
  const cached = await cachedProgram(cacheFolder, program);
  if (cached !== undefined) return cached;
  await mkdir(cacheFolder, { recursive: true });
  return await withProgramLock(cacheFolder, program, async () => {
    // Another process may have made it while this one waited.
    const made = await cachedProgram(cacheFolder, program);
    if (made !== undefined) return made;
    attempts.push({ place: programFolder(cacheFolder, program), reason: "not there, or damaged" });
    return await makeProgram(program, {
      cacheFolder,
      environment,
      attempts,
      onProgress: options.onProgress ?? (() => undefined),
    });
  });
}

async function acceptableOnPath(
  program: Program,
  environment: Environment,
  attempts: Attempt[],
): Promise<string | undefined> {
  if (program.accepts === "none") return undefined;
  const path = await findOnPath(program.name, environment["PATH"] ?? "");
  const version = path === undefined ? undefined : await versionOf(program, path);
  if (path !== undefined && version !== undefined && acceptsVersion(program, version)) return path;
  const reason =
    path === undefined
      ? "not there"
      : `${path} is ${String(version ?? "something else")}, wanted is ${program.version}`;
  attempts.push({ place: "PATH", reason });
  return undefined;
}

// A build of minutes keeps the lock alive by its heartbeat; the lock of a process that was killed is stale after that time.
const staleMilliseconds = 20_000;
const waitMinutes = 30;

async function withProgramLock<Result>(
  cacheFolder: string,
  program: Program,
  work: () => Promise<Result>,
): Promise<Result> {
  const release = await lock(programFolder(cacheFolder, program), {
    realpath: false,
    stale: staleMilliseconds,
    retries: { retries: waitMinutes * 60, factor: 1, minTimeout: 1_000, maxTimeout: 1_000 },
  });
  try {
    return await work();
  } finally {
    await release();
  }
}

interface Making {
  readonly cacheFolder: string;
  readonly environment: Environment;
  readonly attempts: Attempt[];
  readonly onProgress: (line: string) => void;
}

async function makeProgram(program: Program, making: Making): Promise<FoundProgram> {
  await removeStagingFolders(making.cacheFolder, program);
  const label = `${program.name} ${program.version}`;
  for (const download of program.downloads) {
    making.onProgress(`${label}: downloading from ${new URL(download.url).host}`);
    const made = await attempt(program, making, "download", download.url, (folder) =>
      downloadProgram(program, download, folder),
    );
    if (made !== undefined) return made;
  }
  const { build } = program;
  if (build !== undefined) {
    const duration = spokenDuration(build.expectedSeconds);
    making.onProgress(
      `${label}: building from its Go module, up to ${duration} on two cores the first time, once a machine`,
    );
    const made = await attempt(program, making, "build", `go build ${build.packagePath}`, (folder) =>
      withHeartbeat(`${label}: still building (up to ${duration})`, making.onProgress, () =>
        buildProgram(program, folder, making.environment),
      ),
    );
    if (made !== undefined) return made;
  }
  throw new ProgramMissingError(program, making.attempts);
}

/** Undefined where it failed, after the reason was noted. */
async function attempt(
  program: Program,
  making: Making,
  source: ProgramSource,
  place: string,
  fill: (folder: string) => Promise<void>,
): Promise<FoundProgram | undefined> {
  const folder = await makeStagingFolder(making.cacheFolder, program);
  try {
    await fill(folder);
    await verify(program, join(folder, program.name));
    await placeProgram(making.cacheFolder, program, folder, source);
    making.onProgress(`${program.name} ${program.version}: ready`);
    return { path: join(programFolder(making.cacheFolder, program), program.name), source };
  } catch (error) {
    making.attempts.push({ place, reason: error instanceof Error ? error.message : String(error) });
    await removeStagingFolders(making.cacheFolder, program);
    return undefined;
  }
}

async function verify(program: Program, path: string): Promise<void> {
  const version = await versionOf(program, path);
  if (version === true || version === program.version) return;
  throw new Error(
    `${basename(dirname(path))}/${basename(path)} says it is ${version ?? "something else"}, wanted is ${program.version}`,
  );
}
