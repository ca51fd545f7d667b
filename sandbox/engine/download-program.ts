import { createWriteStream } from "node:fs";
import { copyFile, mkdir, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { checksum } from "./cache.ts";
import type { Download, Program } from "./program.ts";
import { runCommand } from "./run-command.ts";

/** A machine without the open internet shall not wait long to be told so. */
const answerTimeoutMilliseconds = 5_000;
const transferTimeoutMilliseconds = 600_000;

/**
 * Downloads an official release into `folder`: the program and its companions, by their names.
 *
 * @throws where the host does not answer, has no such release, or sends something else than the published checksum says
 */
export async function downloadProgram(program: Program, download: Download, folder: string): Promise<void> {
  const expected = await publishedChecksum(download);
  const scratch = join(folder, ".download");
  await mkdir(scratch, { recursive: true });
  const archive = join(scratch, basename(new URL(download.url).pathname));
  await transfer(download.url, archive);
  const found = await checksum(archive, download.algorithm);
  if (found !== expected)
    throw new Error(`${download.url} has the ${download.algorithm} checksum ${found}, published is ${expected}`);
  if (download.member === undefined) await copyFile(archive, join(folder, program.name));
  else await extract(archive, [download.member, ...(download.companions ?? [])], scratch, folder);
  await rm(scratch, { recursive: true, force: true });
}

async function publishedChecksum({ url, checksumUrl, algorithm }: Download): Promise<string> {
  const text = await (await request(checksumUrl, answerTimeoutMilliseconds)).text();
  const found = checksumIn(text, basename(new URL(url).pathname), algorithm);
  if (found === undefined)
    throw new Error(`${checksumUrl} has no ${algorithm} checksum of ${basename(new URL(url).pathname)}`);
  return found;
}

/**
 * The checksum of a file in a published list: `<checksum>  <file>` a line, the checksum alone, or YAML with the file's
 * name as a key and `hash` below it. Undefined where it is in none of them.
 */
export function checksumIn(text: string, file: string, algorithm: "sha256" | "sha512"): string | undefined {
  const digits = `([0-9a-f]{${algorithm === "sha256" ? 64 : 128}})`;
  const name = file.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const forms = [
    `^${digits}\\s+\\*?(?:\\./)?${name}\\s*$`,
    `^\\s*${digits}\\s*$`,
    `^\\s*${name}:\\s*\\n\\s+hash:\\s*${digits}\\s*$`,
  ];
  const [line, alone, yaml] = forms.map((form, index) => new RegExp(form, index === 1 ? "i" : "im").exec(text)?.[1]);
  return (line ?? alone ?? yaml)?.toLowerCase();
}

async function transfer(url: string, path: string): Promise<void> {
  const response = await request(url, transferTimeoutMilliseconds);
  if (response.body === null) throw new Error(`${url} answered without a body`);
  await pipeline(Readable.fromWeb(response.body as ReadableStream), createWriteStream(path));
}

async function request(url: string, timeoutMilliseconds: number): Promise<Response> {
  const answered = new AbortController();
  const timer = setTimeout(
    () => answered.abort(new Error(`no answer in ${answerTimeoutMilliseconds / 1000} s`)),
    answerTimeoutMilliseconds,
  );
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([answered.signal, AbortSignal.timeout(timeoutMilliseconds)]),
    });
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return response;
  } catch (error) {
    throw new Error(`${url}: ${reasonOf(error)}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** fetch says only "fetch failed"; what happened is its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

// tar is part of every system that Pulumi supports, and reads zip archives on macOS.
async function extract(archive: string, members: readonly string[], scratch: string, folder: string): Promise<void> {
  const result = await runCommand("tar", ["-xf", archive, "-C", scratch, ...members]);
  if (result.exitCode !== 0) throw new Error(`${basename(archive)} cannot be unpacked: ${result.stderr.trim()}`);
  for (const member of members) await rename(join(scratch, member), join(folder, basename(member)));
}
