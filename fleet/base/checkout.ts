import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { nameOfFile } from "../../files/named-file.ts";
import { listTenantIds } from "../../tenants/index.ts";
import { tenantFile } from "../../tenants/tenant-files.ts";
import { type CheckoutIds, readCheckoutIds } from "./checkout-ids.ts";
import { foldersOf, isDeclaration, sharedFiles, sharedFolders } from "./fleet-files.ts";
import { type Layout, pathsOf } from "./layout.ts";
import type { TenantSource } from "./own-program-side.ts";
import { programPaths } from "./program-files.ts";
import { inFolder, type Repository } from "./repository.ts";

/** A file of the checkout: its path in the fleet's folder, and from the repository's top folder. */
export interface CheckoutFile {
  readonly place: string;
  readonly path: string;
}

/** The fleet's files of the checkout, by their names alone. */
export interface CheckoutFleet {
  readonly tenants: readonly CheckoutFile[];
  readonly shared: readonly CheckoutFile[];
  /** Sorted. */
  readonly tenantIds: readonly string[];
  readonly cellIds: readonly string[];
}

/** Lists the fleet in `root`; a folder that is a link is followed. */
export function listCheckoutFleet({ topFolder }: Repository, root: string): CheckoutFleet {
  const inCheckout = (place: string): string =>
    relative(topFolder, realpathSync(join(root, place)))
      .split(sep)
      .join("/");
  const declarations = (folder: string): readonly CheckoutFile[] => {
    if (!existsSync(join(root, folder))) return [];
    const path = inCheckout(folder);
    return readdirSync(join(root, folder))
      .filter(isDeclaration)
      .map((name) => ({ place: `${folder}/${name}`, path: inFolder(path, name) }));
  };
  const single = sharedFiles
    .filter((place) => existsSync(join(root, place)))
    .map((place) => ({ place, path: inCheckout(place) }));
  const cells = declarations("cells");
  return {
    tenants: declarations("tenants"),
    shared: [...single, ...sharedFolders.flatMap((folder) => declarations(folder))],
    tenantIds: listTenantIds(root).toSorted(),
    cellIds: [...new Set(cells.map(({ place }) => nameOfFile(place)))].toSorted(),
  };
}

/** What stands in the checkout, and whether that is what is checked out. */
export type CheckoutState = CheckoutIds;

/** Ids of the fleet's and the program's files as they stand in the checkout. */
export async function readCheckoutState(
  { git }: Repository,
  layout: Layout,
  { tenants, shared }: CheckoutFleet,
  head: string,
): Promise<CheckoutState> {
  const paths = pathsOf(layout);
  const sources = layout.program === undefined ? [] : programPaths.map((path) => inFolder(layout.program ?? "", path));
  const [untracked, staged] = await Promise.all([
    sources.length === 0 ? [] : git.records(["ls-files", "--others", "--exclude-standard", "-z", "--", ...sources]),
    git.run(["diff-index", "--cached", "--quiet", head, "--", ...paths]),
  ]);
  const files = [...tenants, ...shared].map(({ path }) => path);
  const { ids, isEdited } = await readCheckoutIds(git, paths, [...files, ...untracked]);
  return { ids, isEdited: isEdited || staged.code !== 0 };
}

/** Whether every folder below `application/` of either side is on the other one. */
export function hasApplicationFolders(
  root: string,
  base: readonly string[],
  paths: Iterable<string>,
  folder: string,
): boolean {
  const known = new Set(base);
  return (
    base.every((place) => existsSync(join(root, place))) && foldersOf(paths, folder).every((place) => known.has(place))
  );
}

/** Tenants as their files stand in the checkout. */
export function checkoutSource(root: string): TenantSource {
  return {
    root,
    write: async () => {},
    texts: async (ids) => new Map(ids.map((id) => [id, textOf(tenantFile(id, root))])),
  };
}

/** What cannot be read is empty here; reading the tenant says why. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
