// Tells whether a bundle in dist/ is the sources at hand. Plain JavaScript, since both the entry and the script that
// makes the bundle need it, and loading TypeScript for a few lines would cost what the bundle saves.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const project = join(import.meta.dirname, "..");

/**
 * What is bundled: `program`, which Pulumi starts, and `cli`, which a person starts.
 *
 * @typedef {"program" | "cli"} BundleName
 */

/** A bundle's file, relative to the root. @param {BundleName} name */
export const bundlePath = (name) => `dist/${name}.cjs`;
/** What it was made from, beside it. @param {BundleName} name */
export const manifestPath = (name) => `dist/${name}.json`;

/** Raised when the way of bundling changes, so that an older bundle is not taken for a new one. */
export const manifestVersion = 2;

/**
 * What identifies a file: size and time of its last change, which a copy or a checkout renews, for a quick look; and
 * a hash for when they differ.
 *
 * @param {string} path relative to `root`
 * @param {string} root default: the repository
 * @returns {{path: string, size: number, changedMs: number, sha256: string}}
 */
export function fingerprint(path, root = project) {
  const { size, ctimeMs } = statSync(join(root, path));
  return { path, size, changedMs: ctimeMs, sha256: hashOf(join(root, path)) };
}

/**
 * The bundle's path where it was made from exactly these sources and these versions of packages.
 *
 * @param {BundleName} name
 * @param {string} root default: the repository
 * @returns {string | undefined}
 */
export function freshBundle(name, root = project) {
  try {
    const manifest = JSON.parse(readFileSync(join(root, manifestPath(name)), "utf8"));
    const isFresh =
      manifest.manifestVersion === manifestVersion &&
      manifest.files.every((file) => isUnchanged(file, root)) &&
      manifest.folders.every(({ path, names }) => sourceNamesIn(path, root).join() === names.join());
    return isFresh ? join(root, bundlePath(name)) : undefined;
  } catch (error) {
    // No bundle yet, or a source that it was made from is gone: the sources are right in both cases.
    if (error.code === "ENOENT" || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Names of the sources in a folder, sorted: some folders are the list of what there is.
 *
 * @param {string} path relative to `root`
 * @param {string} root default: the repository
 * @returns {readonly string[]}
 */
export function sourceNamesIn(path, root = project) {
  return readdirSync(join(root, path))
    .filter((name) => name.endsWith(".ts"))
    .sort();
}

function isUnchanged({ path, size, changedMs, sha256 }, root) {
  const found = statSync(join(root, path));
  if (found.size !== size) return false;
  return found.ctimeMs === changedMs || hashOf(join(root, path)) === sha256;
}

function hashOf(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
