import { nameOfFile } from "../../files/named-file.ts";
import { type CheckoutFleet, hasApplicationFolders } from "./checkout.ts";
import type { FleetTree, PlacedFile } from "./fleet-files.ts";
import type { Tree } from "./git-tree.ts";
import type { Layout } from "./layout.ts";
import { isLink } from "./linked-files.ts";
import { isFallbackFile, isProgramFile, lockFile } from "./program-files.ts";
import { inFolder } from "./repository.ts";

type Ids = ReadonlyMap<string, string>;

/** A link says nothing of what it leads to, so it never counts as the same. */
const idOf = ({ file }: PlacedFile): string => (isLink(file) ? "link" : file.id);

/** Ids of tenants whose files differ, appear or are gone, sorted. */
export function touchedTenants(base: FleetTree, head: CheckoutFleet, ids: Ids): readonly string[] {
  const earlier = new Map([...base.tenants.values()].flat().map((file) => [file.place, idOf(file)]));
  const later = new Map(head.tenants.map(({ place, path }) => [place, ids.get(path)]));
  const places = [...new Set([...earlier.keys(), ...later.keys()])];
  const touched = places.filter((place) => earlier.get(place) !== later.get(place) || earlier.get(place) === undefined);
  return [...new Set(touched.map(nameOfFile))].toSorted();
}

/** Whether the files that many tenants stand on are the same bytes. */
export function areSharedFilesSame(
  base: FleetTree,
  head: CheckoutFleet,
  ids: Ids,
  { root, folder }: { readonly root: string; readonly folder: string },
): boolean {
  const later = new Map(head.shared.map(({ place, path }) => [place, ids.get(path)]));
  return (
    later.size === base.shared.length &&
    base.shared.every((file) => later.get(file.place) === idOf(file)) &&
    hasApplicationFolders(root, base.applicationFolders, ids.keys(), folder)
  );
}

/** The program's files of a side: path from the program's folder → id. */
function programOf(files: Iterable<readonly [string, string]>, folder: string, isApart: boolean): Ids {
  const start = inFolder(folder, "");
  const found = new Map<string, string>();
  for (const [path, id] of files) {
    const own = path.slice(start.length);
    if (path.startsWith(start) && (isProgramFile(own) || (isApart && isFallbackFile(own)))) found.set(own, id);
  }
  return found;
}

/** What is known of two programs without running them. */
export interface ProgramComparison {
  /** The sources and the catalog are the same bytes. */
  readonly isSame: boolean;
  /** Other versions of packages are locked. */
  readonly isLockChanged: boolean;
}

/** Compares the program of a commit with the checkout's; one that is not kept in the repository is the same. */
export function compareProgram(tree: Tree, ids: Ids, { fleet, program }: Layout): ProgramComparison {
  if (program === undefined) return { isSame: true, isLockChanged: false };
  const isApart = fleet !== program;
  const base = programOf(
    [...tree].map(([path, { id }]) => [path, id] as const),
    program,
    isApart,
  );
  const head = programOf(ids, program, isApart);
  const lock = inFolder(program, lockFile);
  return {
    isSame: base.size === head.size && [...base].every(([path, id]) => head.get(path) === id),
    isLockChanged: tree.get(lock)?.id !== ids.get(lock),
  };
}
