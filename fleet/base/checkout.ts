import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { nameOfFile } from "../../files/named-file.ts";
import { listTenantIds } from "../../tenants/index.ts";
import { tenantFile } from "../../tenants/tenant-files.ts";
import { foldersOf, isDeclaration, sharedFiles, sharedFolders } from "./fleet-files.ts";
import type { TenantSource } from "./own-program-side.ts";
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
