// Tells whether dist/program.cjs is the sources at hand. Plain JavaScript, since both the entry and the script that
// makes the bundle need it, and loading TypeScript for a few lines would cost what the bundle saves.
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** The bundle, and beside it what it was made from. */
export const bundlePath = join(root, "dist/program.cjs");
export const manifestPath = join(root, "dist/program.json");

/** Raised when the way of bundling changes, so that an older bundle is not taken for a new one. */
export const manifestVersion = 1;

/**
 * What identifies a file: size and time of its last change, which a copy or a checkout renews, for a quick look; and
 * a hash for when they differ.
 *
 * @param {string} path relative to the repository's root
 * @returns {{path: string, size: number, changedMs: number, sha256: string}}
 */
export function fingerprint(path) {
  const { size, ctimeMs } = statSync(join(root, path));
  return { path, size, changedMs: ctimeMs, sha256: hashOf(path) };
}

/**
 * The bundle's path where it was made from exactly these sources and these versions of packages.
 *
 * @returns {string | undefined}
 */
export function freshBundle() {
  try {
    const manifest = JSON.parse(readFileSync(manifestPath, "utf8"));
    const isFresh = manifest.manifestVersion === manifestVersion && manifest.files.every(isUnchanged);
    return isFresh ? bundlePath : undefined;
  } catch (error) {
    // No bundle yet, or a source that it was made from is gone: the sources are right in both cases.
    if (error.code === "ENOENT" || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isUnchanged({ path, size, changedMs, sha256 }) {
  const found = statSync(join(root, path));
  if (found.size !== size) return false;
  return found.ctimeMs === changedMs || hashOf(path) === sha256;
}

function hashOf(path) {
  return createHash("sha256")
    .update(readFileSync(join(root, path)))
    .digest("hex");
}
