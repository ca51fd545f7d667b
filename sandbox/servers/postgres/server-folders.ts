import { createHash } from "node:crypto";
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { mayEnter, type ServerUser } from "./server-user.ts";

const fallbackRoot = "/var/lib/tenantry";

/**
 * The folder of all servers: `<sandbox>/postgres`. Where root keeps the sandbox in a place that the servers' user may
 * not enter (below /root), it is a link to a folder of its own below /var/lib/tenantry.
 */
export function serversFolder(sandboxFolder: string, user: ServerUser | undefined): string {
  const folder = join(sandboxFolder, "postgres");
  if (!existsSync(folder)) {
    if (user === undefined || mayEnter(user, realpathSync(sandboxFolder))) mkdirSync(folder, { mode: 0o711 });
    else {
      const elsewhere = join(fallbackRoot, shortHash(resolve(sandboxFolder)));
      mkdirSync(elsewhere, { recursive: true, mode: 0o711 });
      rmSync(folder, { force: true });
      symlinkSync(elsewhere, folder);
    }
  }
  return realpathSync(folder);
}

/** Deletes the folder of all servers, wherever it is. Idempotent. */
export function removeServersFolder(sandboxFolder: string): void {
  const folder = join(sandboxFolder, "postgres");
  if (!existsSync(folder)) return;
  rmSync(realpathSync(folder), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

/** A folder that the servers' user owns and no other may look into. */
export function makeServerFolder(folder: string, user: ServerUser | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
}

/**
 * Folder of a server's Unix socket. It lies below the temporary folder, since the path of a socket may have about 100
 * characters and a checkout may lie deeper.
 *
 * @throws where somebody else made that folder
 */
export function makeSocketFolder(serverFolder: string, user: ServerUser | undefined): string {
  const folder = join(realpathSync(tmpdir()), `tenantry-${shortHash(serverFolder)}`);
  const owner = user?.uid ?? process.getuid?.();
  if (!existsSync(folder)) makeServerFolder(folder, user);
  const found = lstatSync(folder);
  if (found.isDirectory() && (owner === undefined || found.uid === owner) && (found.mode & 0o077) === 0) return folder;
  throw new Error(`${folder} was not made by this sandbox. Delete it, then start again.`);
}

/**
 * Where the programs can be run from: as they are installed, or copied beside the servers where their user may not enter
 * the place of installation.
 */
export function runnablePrograms(installed: string, servers: string, user: ServerUser | undefined): string {
  if (user === undefined || mayEnter(user, realpathSync(installed))) return installed;
  const copy = join(servers, `programs-${shortHash(installed)}`);
  if (!existsSync(copy)) {
    const staging = `${copy}.new`;
    rmSync(staging, { recursive: true, force: true });
    cpSync(dirname(installed), staging, { recursive: true, verbatimSymlinks: true });
    renameSync(staging, copy);
  }
  return join(copy, "bin");
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
