import { nameOfFile } from "../../files/named-file.ts";
import { type CheckoutFleet, hasApplicationFolders } from "./checkout.ts";
import type { FleetTree, PlacedFile } from "./fleet-files.ts";
import type { Tree } from "./git-tree.ts";
import type { Layout } from "./layout.ts";
import { isLink } from "./linked-files.ts";
import { isProgramFile } from "./program-files.ts";
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
function programOf(files: Iterable<readonly [string, string]>, { fleet, program = "" }: Layout): Ids {
  const start = inFolder(program, "").length;
  const isOwnFleet = fleet === program;
  const found = new Map<string, string>();
  for (const [path, id] of files) {
    const own = path.slice(start);
    if (!path.startsWith(inFolder(program, ""))) continue;
    if (isProgramFile(own) || (!isOwnFleet && isFallback(own))) found.set(own, id);
  }
  return found;
}

/** What the program brings for fleets without tiers and an application of their own: there it is a part of the program. */
const isFallback = (path: string): boolean => /^(tiers\/[^/]+\.(yaml|json)|application\/.*\.yaml)$/.test(path);

/** What is known of the two programs without running them. */
export interface ProgramComparison {
  readonly isSame: boolean;
  /** Packages are locked to other versions. */
  readonly isLockChanged: boolean;
  /** Whether the base has a program at all. */
  readonly isInBase: boolean;
  /** Paths from the program's folder that differ, appear or are gone, sorted. */
  readonly changed: readonly string[];
}

export function compareProgram(tree: Tree, ids: Ids, layout: Layout): ProgramComparison {
  if (layout.program === undefined) return { isSame: true, isLockChanged: false, isInBase: false, changed: [] };
  const base = programOf(
    [...tree].map(([path, { id }]) => [path, id] as const),
    layout,
  );
  const head = programOf(ids, layout);
  const paths = [...new Set([...base.keys(), ...head.keys()])];
  const changed = paths.filter((path) => base.get(path) !== head.get(path)).toSorted();
  return {
    isSame: changed.length === 0,
    isLockChanged: changed.includes("package-lock.json"),
    isInBase: base.size > 0,
    changed,
  };
}
