import { extname } from "node:path";
import { nameOfFile } from "../../files/named-file.ts";
import { filesIn, type Tree, type TreeFile } from "./git-tree.ts";
import { inFolder } from "./repository.ts";

/** Folders that people declare a fleet in. */
export const fleetFolders = ["tenants", "cells", "tiers", "application"] as const;
const fleetFile = "fleet.yaml";
const applicationFile = "application/application.yaml";
/** Paths that hold all of a fleet, from its folder. */
export const fleetPaths: readonly string[] = [fleetFile, ...fleetFolders];

/** Files that many tenants stand on: by folder, and by themselves. */
export const sharedFolders = ["tiers", "cells"] as const;
export const sharedFiles = [fleetFile, applicationFile] as const;

/** Endings that the program reads, the one that it prefers first. */
const declarationEndings = [".yaml", ".yml", ".json"];

/** Whether the program reads a file of this name. */
export const isDeclaration = (name: string): boolean =>
  declarationEndings.includes(extname(name)) && !name.startsWith(".");

/** The order in which the program looks for the file of an id. */
const byEnding = (one: string, other: string): number =>
  declarationEndings.indexOf(extname(one)) - declarationEndings.indexOf(extname(other));

/** A file of a commit, and its path in the fleet's folder. */
export interface PlacedFile {
  /** From the fleet's folder, with `/`. */
  readonly place: string;
  readonly file: TreeFile;
}

/** The fleet of a commit, as a list of its files: nothing of them is read. */
export interface FleetTree {
  readonly shared: readonly PlacedFile[];
  /** Folders in and below `application/`, from the fleet's folder; the program asks only whether they are there. */
  readonly applicationFolders: readonly string[];
  /** Files that declare a tenant by its id, the one that counts first. */
  readonly tenants: ReadonlyMap<string, readonly PlacedFile[]>;
  /** Sorted. */
  readonly cellIds: readonly string[];
}

/**
 * Sorts the files of a commit's fleet.
 *
 * @param folder the fleet's folder from the top one.
 */
export function fleetTreeOf(tree: Tree, folder: string): FleetTree {
  const single = sharedFiles.flatMap((place) => {
    const file = tree.get(inFolder(folder, place));
    return file === undefined ? [] : [{ place, file }];
  });
  const cells = declarations(tree, folder, "cells");
  return {
    shared: [...single, ...declarations(tree, folder, "tiers"), ...cells],
    applicationFolders: foldersOf(tree.keys(), folder),
    tenants: byTenant(declarations(tree, folder, "tenants")),
    cellIds: [...new Set(cells.map(({ place }) => nameOfFile(place)))].toSorted(),
  };
}

function declarations(tree: Tree, folder: string, name: string): readonly PlacedFile[] {
  return [...filesIn(tree, inFolder(folder, name))]
    .filter(([file]) => isDeclaration(file))
    .map(([file, treeFile]) => ({ place: `${name}/${file}`, file: treeFile }));
}

function byTenant(files: readonly PlacedFile[]): ReadonlyMap<string, readonly PlacedFile[]> {
  const found = new Map<string, readonly PlacedFile[]>();
  for (const file of files.toSorted((one, other) => byEnding(one.place, other.place))) {
    const id = nameOfFile(file.place);
    found.set(id, [...(found.get(id) ?? []), file]);
  }
  return found;
}

/** Folders in and below `application/` that hold files, from the fleet's folder, sorted. */
export function foldersOf(paths: Iterable<string>, folder: string): readonly string[] {
  const start = inFolder(folder, "application/");
  const found = new Set<string>();
  for (const path of paths) {
    if (!path.startsWith(start)) continue;
    found.add(path.slice(inFolder(folder, "").length, path.lastIndexOf("/")));
  }
  return [...found].toSorted();
}
