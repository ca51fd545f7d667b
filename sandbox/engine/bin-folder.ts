import { createHash, randomBytes } from "node:crypto";
import { link, mkdir, readFile, realpath, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * A folder below `cacheFolder` with the CLI and a `pulumi-language-nodejs` that runs the built host with
 * `-typescript=false`: the built host ignores the project's `typescript: false` and would load ts-node, which costs
 * 0.3 s and 50 MB a run, although Node runs the sources itself. Made once for each pair of programs.
 */
export async function placeTogether(cacheFolder: string, pulumi: string, languageHost: string): Promise<string> {
  const wrapper = `#!/bin/sh\nexec '${languageHost.replaceAll("'", `'\\''`)}' -typescript=false "$@"\n`;
  const folder = join(
    cacheFolder,
    `bin-${createHash("sha256").update(`${pulumi}\0${wrapper}`).digest("hex").slice(0, 16)}`,
  );
  if (await isComplete(folder, pulumi, wrapper)) return folder;
  const staging = `${folder}.${randomBytes(6).toString("hex")}`;
  await mkdir(staging, { recursive: true });
  await linkProgram(pulumi, join(staging, "pulumi"));
  await writeFile(join(staging, "pulumi-language-nodejs"), wrapper, { mode: 0o755 });
  await replaceFolder(staging, folder, () => isComplete(folder, pulumi, wrapper));
  return folder;
}

async function isComplete(folder: string, pulumi: string, wrapper: string): Promise<boolean> {
  try {
    const [linked, original] = await Promise.all([stat(join(folder, "pulumi")), stat(pulumi)]);
    return (
      linked.ino === original.ino &&
      linked.dev === original.dev &&
      (await readFile(join(folder, "pulumi-language-nodejs"), "utf8")) === wrapper
    );
  } catch {
    // A file is missing: make the folder again.
    return false;
  }
}

// The CLI looks for its host beside its own file and warns where it is elsewhere; behind a symbolic link it would look in
// the link's target. A hard link needs the same file system.
async function linkProgram(program: string, place: string): Promise<void> {
  const target = await realpath(program);
  await link(target, place).catch(() => symlink(target, place));
}

/** A folder that another process has made meanwhile may be in use: it is never removed. */
async function replaceFolder(staging: string, folder: string, isMadeMeanwhile: () => Promise<boolean>): Promise<void> {
  try {
    if (await isMadeMeanwhile()) return;
    await rm(folder, { recursive: true, force: true });
    await rename(staging, folder);
  } catch (error) {
    if (!(await isMadeMeanwhile())) throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
