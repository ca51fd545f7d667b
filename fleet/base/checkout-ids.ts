import { existsSync } from "node:fs";
import { join } from "node:path";
import { ComparisonError } from "./comparison-error.ts";
import type { Git } from "./git.ts";
import { submoduleMode } from "./git-tree.ts";

/** What the checkout holds, without having read it: ids as git would give them, from its index where a file is as it was. */
export interface CheckoutIds {
  /** Path → id of its content; of files that are there. */
  readonly ids: ReadonlyMap<string, string>;
  /** Whether anything differs from the index: an edit, a file that is gone or one that git does not know. */
  readonly isEdited: boolean;
}

interface IndexEntry {
  readonly path: string;
  readonly mode: string;
  readonly id: string;
  /** Left out of a sparse checkout. */
  readonly isLeftOut: boolean;
  /** Somebody told git not to look at the file (`--assume-unchanged`), or it is in conflict. */
  readonly isUncertain: boolean;
}

/**
 * Ids of what is in the checkout under some paths.
 *
 * @param others files that are to be looked at though git may not know them, from the top folder.
 * @throws ComparisonError where a file is left out of a sparse checkout, or belongs to a submodule.
 */
export async function readCheckoutIds(
  git: Git,
  paths: readonly string[],
  others: readonly string[],
): Promise<CheckoutIds> {
  const [listed, changed] = await Promise.all([
    git.records(["ls-files", "-s", "-v", "-z", "--", ...paths]),
    git.records(["diff-files", "--name-only", "-z", "--", ...paths]),
  ]);
  const entries = listed.map(entryOf);
  refuseLeftOut(entries);
  const known = new Map(entries.map(({ path, id }) => [path, id]));
  const uncertain = new Set([
    ...changed,
    ...entries.filter(({ isUncertain }) => isUncertain).map(({ path }) => path),
    ...others.filter((path) => !known.has(path)),
  ]);
  const present = [...uncertain].filter((path) => existsSync(join(git.folder, path)));
  const hashed = await hashFiles(git, present);
  const ids = new Map([...known].filter(([path]) => !uncertain.has(path)));
  for (const [path, id] of hashed) ids.set(path, id);
  return { ids, isEdited: [...uncertain].some((path) => hashed.get(path) !== known.get(path)) };
}

/** `H 100644 1f7a… 0<tab>tenants/acme-corp.yaml` */
function entryOf(record: string): IndexEntry {
  const tab = record.indexOf("\t");
  const [tag = "", mode = "", id = "", stage = ""] = record.slice(0, tab).split(" ");
  return {
    path: record.slice(tab + 1),
    mode,
    id,
    isLeftOut: tag.toUpperCase() === "S",
    isUncertain: tag !== tag.toUpperCase() || stage !== "0",
  };
}

function refuseLeftOut(entries: readonly IndexEntry[]): void {
  const leftOut = entries.filter(({ isLeftOut }) => isLeftOut);
  if (leftOut.length > 0) {
    throw new ComparisonError(
      `The checkout is sparse and leaves out ${leftOut.length} of the fleet's and the program's files, e.g. ${JSON.stringify(leftOut[0]?.path)}: they would look deleted. Type: git sparse-checkout disable`,
    );
  }
  refuseSubmodules(entries);
}

/**
 * A submodule's files are in a repository of their own, whose earlier state this one only names.
 *
 * @throws ComparisonError where one of the files is a submodule.
 */
export function refuseSubmodules(files: Iterable<{ readonly path: string; readonly mode: string }>): void {
  for (const { path, mode } of files) {
    if (mode !== submoduleMode) continue;
    throw new ComparisonError(
      `${JSON.stringify(path)} is a submodule: its files are in another repository. Keep the fleet's files in one repository, or set TENANTRY_FLEET_DIR to a fleet inside the submodule.`,
    );
  }
}

/** Ids that git would give to files, with the filters of their attributes; nothing is stored. */
async function hashFiles(git: Git, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (paths.length === 0) return new Map();
  const output = await git.read(["hash-object", "--stdin-paths"], paths.map((path) => `${quoted(path)}\n`).join(""));
  const ids = output.split("\n");
  return new Map(paths.map((path, index) => [path, ids[index] ?? ""]));
}

/** As git reads a path with special characters in a list of lines. */
function quoted(path: string): string {
  return /["\\\n]/.test(path) ? `"${path.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"` : path;
}
