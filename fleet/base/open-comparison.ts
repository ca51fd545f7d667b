import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { findBaseCommit, headCommit } from "./base-commit.ts";
import { BaseFiles } from "./base-files.ts";
import { checkoutSource, listCheckoutFleet } from "./checkout.ts";
import { readCheckoutIds } from "./checkout-ids.ts";
import { areSharedFilesSame, compareProgram, touchedTenants } from "./compare-files.ts";
import { fleetTreeOf } from "./fleet-files.ts";
import type { Comparison } from "./fleet-side.ts";
import { readTree } from "./git-tree.ts";
import { foldersToFollow, type Layout, layoutOf, pathsOf } from "./layout.ts";
import { followLinkedFolders } from "./linked-files.ts";
import { OwnProgramSide } from "./own-program-side.ts";
import { programPaths } from "./program-files.ts";
import { findRepository, inFolder, type Repository } from "./repository.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

/** The folder of the program that runs. */
const ownProgram = resolve(import.meta.dirname, "..", "..");

/**
 * Opens the comparison of a fleet as it was with the fleet as its files stand now, uncommitted and untracked ones
 * included. The earlier state is read from git into a temporary folder, as far as it is asked for; the checkout, the
 * index and `.git` are left as they are. Call `dispose` afterwards; the end of the process does so as well.
 *
 * @param root the fleet's folder.
 * @param ref what to compare with: a branch, tag or commit, of which the merge base with the checked-out commit is
 * taken; absent: the branch that changes are merged into.
 * @throws ComparisonError where there is nothing to compare with, in words for a person.
 */
export async function openComparison(root: string, ref?: string): Promise<Comparison> {
  const repository = await findRepository(root);
  const layout = layoutOf(repository, root, ownProgram);
  const head = await headCommit(repository);
  const fleet = listCheckoutFleet(repository, root);
  const [base, checkout] = await Promise.all([
    findBaseCommit(repository, ref, head),
    readCheckout(
      repository,
      layout,
      [...fleet.tenants, ...fleet.shared].map(({ path }) => path),
      head,
    ),
  ]);
  const source = { git: repository.git, commit: base.commit };
  const listed = await readTree(repository.git, base.commit, pathsOf(layout));
  const tree = await followLinkedFolders(source, listed, foldersToFollow(layout));
  const earlier = fleetTreeOf(tree, layout.fleet);
  const folder = makeTemporaryFolder();
  const files = new BaseFiles(source, earlier, join(folder.path, layout.fleet));
  mkdirSync(files.root, { recursive: true });
  await files.writeShared();
  return {
    base: new OwnProgramSide({
      name: "base",
      commit: base.commit,
      tenantIds: [...earlier.tenants.keys()].toSorted(),
      cellIds: earlier.cellIds,
      source: files,
    }),
    head: new OwnProgramSide({
      name: "head",
      commit: checkout.isEdited ? `${head}+dirty` : head,
      tenantIds: fleet.tenantIds,
      cellIds: fleet.cellIds,
      source: checkoutSource(root),
    }),
    isSameProgram: compareProgram(tree, checkout.ids, layout).isSame,
    areSharedFilesSame: areSharedFilesSame(earlier, fleet, checkout.ids, { root, folder: layout.fleet }),
    touchedTenants: touchedTenants(earlier, fleet, checkout.ids),
    warnings: base.warnings,
    dispose: () => folder.remove(),
  };
}

/** Ids of what stands in the checkout, and whether that differs from the checked-out commit. */
async function readCheckout(repository: Repository, layout: Layout, files: readonly string[], head: string) {
  const { git } = repository;
  const paths = pathsOf(layout);
  const own = layout.program;
  const [untracked, staged] = await Promise.all([
    own === undefined
      ? []
      : git.records([
          "ls-files",
          "--others",
          "--exclude-standard",
          "-z",
          "--",
          ...programPaths.map((path) => inFolder(own, path)),
        ]),
    git.run(["diff-index", "--cached", "--quiet", head, "--", ...paths]),
  ]);
  const { ids, isEdited } = await readCheckoutIds(git, paths, [...files, ...untracked]);
  return { ids, isEdited: isEdited || staged.code !== 0 };
}
