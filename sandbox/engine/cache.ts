import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import type { Program } from "./program.ts";

const recordName = "record.json";
const stampName = "verified.json";

const cacheRecord = z.object({
  source: z.enum(["download", "build"]),
  files: z.array(z.object({ name: z.string(), sizeBytes: z.number(), sha256: z.string() })),
});

export type ProgramSource = z.infer<typeof cacheRecord>["source"];

/** Folder that holds the engine's programs, outside of any checkout, so that they are built once a machine. */
export function defaultCacheFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  return join(environment["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "tenantry", "engine");
}

/** Folder of one version of one program. */
export function programFolder(cacheFolder: string, program: Pick<Program, "name" | "version">): string {
  return join(cacheFolder, `${program.name}-${program.version}`);
}

/**
 * The cached executable and where it came from. Undefined where there is none, and where any file differs from what was
 * recorded when it was placed: a damaged program is never run.
 */
export async function cachedProgram(
  cacheFolder: string,
  program: Program,
): Promise<{ readonly path: string; readonly source: ProgramSource } | undefined> {
  const folder = programFolder(cacheFolder, program);
  const record = await readRecord(folder);
  if (record === undefined || !record.files.some((file) => file.name === program.name)) return undefined;
  const found = { path: join(folder, program.name), source: record.source };
  const stamp = await stampOf(folder, record);
  if (stamp !== undefined && stamp === (await readStamp(folder))) return found;
  const intact = await Promise.all(record.files.map((file) => isIntact(join(folder, file.name), file)));
  if (!intact.every(Boolean)) return undefined;
  await writeStamp(folder, stamp ?? "");
  return found;
}

/**
 * Moves the files of `stagingFolder` into the cache with a record of their sizes and checksums. The folder appears whole
 * or not at all.
 */
export async function placeProgram(
  cacheFolder: string,
  program: Program,
  stagingFolder: string,
  source: ProgramSource,
): Promise<void> {
  const files = await Promise.all(
    (await readdir(stagingFolder)).map(async (name) => {
      const path = join(stagingFolder, name);
      await chmod(path, 0o755);
      return { name, sizeBytes: (await stat(path)).size, sha256: await checksum(path, "sha256") };
    }),
  );
  await writeFile(join(stagingFolder, recordName), `${JSON.stringify({ source, files }, undefined, 2)}\n`);
  const folder = programFolder(cacheFolder, program);
  await rm(folder, { recursive: true, force: true });
  await rename(stagingFolder, folder);
}

/** A new empty folder beside the programs, so that moving out of it is a rename. */
export async function makeStagingFolder(cacheFolder: string, program: Program): Promise<string> {
  const folder = join(cacheFolder, `${stagingPrefix(program)}${randomBytes(6).toString("hex")}`);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  return folder;
}

/** Deletes what an interrupted attempt left behind. Only for the holder of the program's lock. */
export async function removeStagingFolders(cacheFolder: string, program: Program): Promise<void> {
  const left = (await readdir(cacheFolder)).filter((name) => name.startsWith(stagingPrefix(program)));
  // Go's module cache makes its folders read-only, but none of it lies here.
  await Promise.all(left.map((name) => rm(join(cacheFolder, name), { recursive: true, force: true })));
}

/** Checksum of a file in hexadecimal digits. */
export async function checksum(path: string, algorithm: "sha256" | "sha512"): Promise<string> {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest("hex");
}

function stagingPrefix(program: Program): string {
  return `.staging-${program.name}-${program.version}-`;
}

/**
 * What changes whenever a file is written, renamed or replaced. Where it is still as it was at the last full check, the
 * checksums need not be computed again: for all programs that takes two seconds of a processor.
 */
async function stampOf(folder: string, record: z.infer<typeof cacheRecord>): Promise<string | undefined> {
  try {
    const stats = await Promise.all(record.files.map((file) => stat(join(folder, file.name), { bigint: true })));
    return JSON.stringify({
      record,
      files: stats.map(({ dev, ino, size, mtimeNs, ctimeNs }) => [dev, ino, size, mtimeNs, ctimeNs].join("/")),
    });
  } catch {
    // A file is missing, which the full check says too.
    return undefined;
  }
}

async function readStamp(folder: string): Promise<string | undefined> {
  return await readFile(join(folder, stampName), "utf8").catch(() => undefined);
}

async function writeStamp(folder: string, stamp: string): Promise<void> {
  const own = join(folder, `.${stampName}.${randomBytes(6).toString("hex")}`);
  try {
    await writeFile(own, stamp);
    await rename(own, join(folder, stampName));
  } catch {
    // The cache may belong to another user: then every use is checked in full.
    await rm(own, { force: true }).catch(() => undefined);
  }
}

async function readRecord(folder: string): Promise<z.infer<typeof cacheRecord> | undefined> {
  try {
    return cacheRecord.parse(JSON.parse(await readFile(join(folder, recordName), "utf8")));
  } catch {
    // Missing or damaged: in both cases there is nothing here that may be run.
    return undefined;
  }
}

async function isIntact(
  path: string,
  recorded: { readonly sizeBytes: number; readonly sha256: string },
): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.size === recorded.sizeBytes && (await checksum(path, "sha256")) === recorded.sha256;
}
