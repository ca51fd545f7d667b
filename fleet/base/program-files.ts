import { extname } from "node:path";

/** Folders and files that decide what is declared, beside those that people declare things in. */
const programFolders = ["model", "files", "catalog", "components", "stacks", "fleet/synth"];
/** Folders that people declare things in; only the code in them is the program. */
const mixedFolders = ["tiers", "cells", "application", "tenants"];
export const lockFile = "package-lock.json";
/** Says that the sources are ES modules. */
export const packageFile = "package.json";

/** Paths that hold all of the program, from its folder. */
export const programPaths: readonly string[] = [...programFolders, ...mixedFolders, lockFile, packageFile];

const codeEndings = new Set([".ts", ".mjs", ".cjs", ".js"]);

/**
 * Whether a file decides what the program declares.
 *
 * @param path from the program's folder, with `/`.
 */
export function isProgramFile(path: string): boolean {
  // The sample is the application's own program, which runs in a container.
  if (path.startsWith("application/sample/")) return false;
  const isCode = codeEndings.has(extname(path));
  if (mixedFolders.some((folder) => path.startsWith(`${folder}/`))) return isCode;
  // The price book says what a resource costs, not what is declared.
  if (path.startsWith("catalog/prices/")) return false;
  return (isCode || extname(path) === ".json") && programFolders.some((folder) => path.startsWith(`${folder}/`));
}

/** Whether a file stands in for one of a fleet's, where the fleet has no tiers or application of its own. */
export const isFallbackFile = (path: string): boolean =>
  /^(tiers\/[^/]+\.(yaml|json)|application\/application\.yaml)$/.test(path);
