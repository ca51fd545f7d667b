import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { findBaseCommit, headCommit } from "./base-commit.ts";
import { BaseFiles } from "./base-files.ts";
import { copyProgram } from "./base-program.ts";
import {
  type CheckoutFleet,
  type CheckoutState,
  checkoutSource,
  listCheckoutFleet,
  readCheckoutState,
} from "./checkout.ts";
import { refuseSubmodules } from "./checkout-ids.ts";
import { areSharedFilesSame, compareProgram, touchedTenants } from "./compare-files.ts";
import { fleetTreeOf } from "./fleet-files.ts";
import type { Comparison, FleetSide } from "./fleet-side.ts";
import { readTree, type Tree } from "./git-tree.ts";
import { foldersToFollow, type Layout, layoutOf, pathsOf } from "./layout.ts";
import { type CommitSource, followLinkedFolders } from "./linked-files.ts";
import { OtherProgramSide } from "./other-program-side.ts";
import { OwnProgramSide, type SideDescription } from "./own-program-side.ts";
import { ProgramProcess } from "./program-process.ts";
import { findRepository, type Repository } from "./repository.ts";
import { makeTemporaryFolder, type TemporaryFolder } from "./temporary-folder.ts";

/** The folder of the program that runs. */
const ownProgram = resolve(import.meta.dirname, "..", "..");

const lockWarning =
  "package-lock.json differs from the base's: both sides run with the packages installed here, so what other versions of packages change is not shown";

/** Both sides' files as far as git knows them; nothing is put down yet. */
interface Found {
  readonly repository: Repository;
  readonly layout: Layout;
  readonly source: CommitSource;
  readonly tree: Tree;
  readonly fleet: CheckoutFleet;
  readonly state: CheckoutState;
  readonly head: string;
  readonly warnings: readonly string[];
}

/**
 * Opens the comparison of a fleet as it was with the fleet as its files stand now, uncommitted and untracked ones
 * included. The earlier state is read from git into a temporary folder, as far as it is asked for; the checkout, the
 * index and `.git` are left as they are. Call `dispose` afterwards; the end of the process does so as well.
 *
 * Where the program itself differs, the base's runs in a process of its own.
 *
 * @param root the fleet's folder.
 * @param ref what to compare with: a branch, tag or commit, of which the merge base with the checked-out commit is
 * taken; absent: the branch that changes are merged into.
 * @throws ComparisonError where there is nothing to compare with, in words for a person.
 */
export async function openComparison(root: string, ref?: string): Promise<Comparison> {
  const found = await findSides(root, ref);
  const folder = makeTemporaryFolder();
  try {
    return await comparisonOf(root, found, folder);
  } catch (error) {
    folder.remove();
    throw error;
  }
}

async function findSides(root: string, ref: string | undefined): Promise<Found> {
  const repository = await findRepository(root);
  const layout = layoutOf(repository, root, ownProgram);
  const head = await headCommit(repository);
  const fleet = listCheckoutFleet(repository, root);
  const [base, state] = await Promise.all([
    findBaseCommit(repository, ref, head),
    readCheckoutState(repository, layout, fleet, head),
  ]);
  const source = { git: repository.git, commit: base.commit };
  const listed = await readTree(repository.git, base.commit, pathsOf(layout));
  const tree = await followLinkedFolders(source, listed, foldersToFollow(layout));
  refuseSubmodules(tree.values());
  return { repository, layout, source, tree, fleet, state, head, warnings: base.warnings };
}

async function comparisonOf(root: string, found: Found, folder: TemporaryFolder): Promise<Comparison> {
  const { source, tree, layout, fleet, state, head, warnings } = found;
  const earlier = fleetTreeOf(tree, layout.fleet);
  const program = compareProgram(tree, state.ids, layout);
  const files = new BaseFiles(source, earlier, join(folder.path, layout.fleet));
  mkdirSync(files.root, { recursive: true });
  await files.writeShared();
  const description: SideDescription = {
    name: "base",
    commit: source.commit,
    tenantIds: [...earlier.tenants.keys()].toSorted(),
    cellIds: earlier.cellIds,
    source: files,
  };
  const base = program.isSame ? ownBase(description) : await otherBase(description, found, folder);
  return {
    base: base.side,
    head: new OwnProgramSide({
      name: "head",
      commit: state.isEdited ? `${head}+dirty` : head,
      tenantIds: fleet.tenantIds,
      cellIds: fleet.cellIds,
      source: checkoutSource(root),
    }),
    isSameProgram: program.isSame,
    areSharedFilesSame: areSharedFilesSame(earlier, fleet, state.ids, { root, folder: layout.fleet }),
    touchedTenants: touchedTenants(earlier, fleet, state.ids),
    warnings: program.isLockChanged ? [...warnings, lockWarning] : warnings,
    dispose: () => {
      base.end();
      folder.remove();
    },
  };
}

interface BaseSide {
  readonly side: FleetSide;
  readonly end: () => void;
}

const ownBase = (description: SideDescription): BaseSide => ({ side: new OwnProgramSide(description), end: () => {} });

async function otherBase(description: SideDescription, found: Found, folder: TemporaryFolder): Promise<BaseSide> {
  const { source, tree, layout } = found;
  const target = join(folder.path, layout.program ?? "");
  await copyProgram({ source, tree, folder: layout.program ?? "", target, ownProgram });
  const program = new ProgramProcess(target, description.source.root);
  return { side: new OtherProgramSide(description, program), end: () => program.end() };
}
