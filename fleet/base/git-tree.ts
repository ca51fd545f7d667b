import { posix } from "node:path";
import type { Git } from "./git.ts";
import { inFolder } from "./repository.ts";

/** A file of a commit. */
export interface TreeFile {
  /** From the top folder, with `/`. */
  readonly path: string;
  /** `100644`, `100755`, `120000` for a symbolic link, `160000` for a submodule. */
  readonly mode: string;
  /** Id of its content. */
  readonly id: string;
}

export const linkMode = "120000";
export const submoduleMode = "160000";

/** Files of a commit by path. */
export type Tree = ReadonlyMap<string, TreeFile>;

/**
 * Files of a commit under some paths, at any depth, in git's order; a path that the commit does not have adds nothing.
 *
 * @param paths folders and files from the top folder; `` is all of it.
 */
export async function readTree(git: Git, commit: string, paths: readonly string[]): Promise<Tree> {
  const asked = paths.includes("") ? [] : ["--", ...paths];
  const records = await git.records(["ls-tree", "-r", "-z", "--full-tree", commit, ...asked]);
  return new Map(
    records.map((record) => {
      const [attributes = "", path = ""] = splitOnce(record, "\t");
      const [mode = "", , id = ""] = attributes.split(" ");
      return [path, { path, mode, id }];
    }),
  );
}

function splitOnce(text: string, separator: string): readonly [string, string] {
  const index = text.indexOf(separator);
  return [text.slice(0, index), text.slice(index + separator.length)];
}

/** Files directly in a folder of a tree, by name. */
export function filesIn(tree: Tree, folder: string): ReadonlyMap<string, TreeFile> {
  const start = inFolder(folder, "");
  const found = new Map<string, TreeFile>();
  for (const [path, file] of tree) {
    if (path.startsWith(start) && !path.includes("/", start.length)) found.set(path.slice(start.length), file);
  }
  return found;
}

/** Where a symbolic link leads, from the top folder; undefined where that is outside of the repository. */
export function linkTarget(path: string, content: string): string | undefined {
  const target = posix.normalize(posix.join(posix.dirname(path), content)).replace(/\/$/, "");
  return content.startsWith("/") || target === ".." || target.startsWith("../")
    ? undefined
    : target === "."
      ? ""
      : target;
}
