import { ComparisonError } from "./comparison-error.ts";
import { fleetFolders, fleetPaths } from "./fleet-files.ts";
import { programPaths } from "./program-files.ts";
import { inFolder, pathInRepository, type Repository } from "./repository.ts";

/** Where in a repository the fleet and the program are. */
export interface Layout {
  /** The fleet's folder, from the repository's top one; empty for the top one itself. */
  readonly fleet: string;
  /** The program's folder; absent where the program is not kept in this repository. */
  readonly program?: string;
}

/** @throws ComparisonError where the fleet's folder is not in the checkout that git names. */
export function layoutOf(repository: Repository, root: string, program: string): Layout {
  const fleet = pathInRepository(repository, root);
  if (fleet === undefined) {
    throw new ComparisonError(
      `git says that ${root} belongs to the checkout in ${repository.topFolder}, which it is not in. Type \`git config --unset core.worktree\`, or set TENANTRY_FLEET_DIR to the fleet's folder in the checkout.`,
    );
  }
  const programFolder = pathInRepository(repository, program);
  return programFolder === undefined ? { fleet } : { fleet, program: programFolder };
}

/** Paths from the top folder that hold all of the fleet and the program. */
export const pathsOf = ({ fleet, program }: Layout): readonly string[] => [
  ...new Set([
    ...fleetPaths.map((path) => inFolder(fleet, path)),
    ...(program === undefined ? [] : programPaths.map((path) => inFolder(program, path))),
  ]),
];

/** Paths from the top folder at which a link may stand for a folder of the fleet. */
export const foldersToFollow = ({ fleet }: Layout): readonly string[] =>
  fleetFolders.map((folder) => inFolder(fleet, folder));
