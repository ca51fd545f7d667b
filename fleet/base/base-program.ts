import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readBlobs } from "./blobs.ts";
import { ComparisonError } from "./comparison-error.ts";
import { foldersOf } from "./fleet-files.ts";
import type { Tree, TreeFile } from "./git-tree.ts";
import { type CommitSource, followLink } from "./linked-files.ts";
import { isFallbackFile, isProgramFile, packageFile } from "./program-files.ts";
import { inFolder } from "./repository.ts";

/** Where a program is taken from, and where to. */
export interface ProgramCopy {
  readonly source: CommitSource;
  /** Files of the commit. */
  readonly tree: Tree;
  /** The program's folder from the repository's top one. */
  readonly folder: string;
  /** Folder that the copy is put into. */
  readonly target: string;
  /** The program that runs: its installed packages are used. */
  readonly ownProgram: string;
}

/** Puts a commit's program down beside the checkout, so that a process can load it. */
export async function copyProgram({ source, tree, folder, target, ownProgram }: ProgramCopy): Promise<void> {
  const start = inFolder(folder, "");
  const files: TreeFile[] = [];
  for (const [path, file] of tree) {
    const own = path.slice(start.length);
    const isWanted = isProgramFile(own) || isFallbackFile(own) || own === packageFile;
    if (path.startsWith(start) && isWanted) files.push({ ...(await followLink(source, file)), path });
  }
  for (const [path, content] of await readBlobs(source.git, files)) {
    const place = join(target, safePath(path.slice(start.length)));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, content);
  }
  for (const place of foldersOf(tree.keys(), folder)) mkdirSync(join(target, place), { recursive: true });
  symlinkSync(installedPackages(ownProgram), join(target, "node_modules"), "junction");
}

/** A hand-made commit may name files that lead elsewhere. */
function safePath(path: string): string {
  if (!path.split("/").some((part) => part === "" || part === "." || part === "..")) return path;
  throw new ComparisonError(
    `The base has a file with the name ${JSON.stringify(path)}, which leads out of its folder. Type: git fsck`,
  );
}

/** The folder with the packages that the running program uses; it may lie further up. */
function installedPackages(folder: string): string {
  const here = join(folder, "node_modules");
  const above = dirname(folder);
  return existsSync(join(here, "@pulumi", "pulumi")) || above === folder ? here : installedPackages(above);
}
