import { nearest } from "../../model/nearest.ts";
import { ComparisonError } from "./comparison-error.ts";
import type { Repository } from "./repository.ts";

/** Where a change starts from. */
export interface BaseCommit {
  /** Full id. */
  readonly commit: string;
  /** What it was found by: the given name, or the one that was chosen. */
  readonly ref: string;
  readonly warnings: readonly string[];
}

/** Tried in this order where nobody names a base: where changes are merged into. */
const usualBases = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];

const fetchWords =
  "Type `git fetch --unshallow` (in GitHub Actions: `fetch-depth: 0` for actions/checkout; in GitLab CI: GIT_DEPTH: 0).";

/** Full id of a commit; undefined where the name names none. */
async function commitOf({ git }: Repository, name: string): Promise<string | undefined> {
  const { code, stdout } = await git.run(["rev-parse", "--verify", "--quiet", `${name}^{commit}`]);
  return code === 0 ? stdout.toString().trim() : undefined;
}

/** The commit that is checked out. @throws ComparisonError where there is none yet. */
export async function headCommit(repository: Repository): Promise<string> {
  const commit = await commitOf(repository, "HEAD");
  if (commit === undefined) {
    throw new ComparisonError(
      `The repository ${repository.topFolder} has no commit yet, so there is nothing to compare with. Type \`git add .\` and \`git commit\` first.`,
    );
  }
  return commit;
}

/**
 * The commit that a comparison starts from: the merge base of `ref` and the checked-out commit, as a review shows a
 * change, so that what others merged into `ref` meanwhile is not taken for a part of it.
 *
 * @param ref a branch, tag or commit; absent: the branch that changes are merged into (`origin/HEAD`, `main`, …), and
 * the checked-out commit itself where there is none, so that uncommitted edits show.
 * @throws ComparisonError where it names no commit, or the history that leads to it is not here.
 */
export async function findBaseCommit(
  repository: Repository,
  ref: string | undefined,
  head: string,
): Promise<BaseCommit> {
  const { ref: name, commit } = await (ref === undefined ? usualBase(repository, head) : named(repository, ref));
  const { code, stdout } = await repository.git.run(["merge-base", commit, head]);
  if (code === 0) return { commit: stdout.toString().trim(), ref: name, warnings: [] };
  if (repository.isShallow) {
    throw new ComparisonError(
      `The clone is shallow and does not reach back to where ${name} and the checked-out commit parted. ${fetchWords}`,
    );
  }
  return {
    commit,
    ref: name,
    warnings: [`${name} and the checked-out commit have no history in common; compared with ${name} as it is`],
  };
}

interface Named {
  readonly ref: string;
  readonly commit: string;
}

async function usualBase(repository: Repository, head: string): Promise<Named> {
  const commits = await Promise.all(usualBases.map((name) => commitOf(repository, name)));
  const index = commits.findIndex((commit) => commit !== undefined);
  return { ref: usualBases[index] ?? "HEAD", commit: commits[index] ?? head };
}

async function named(repository: Repository, ref: string): Promise<Named> {
  if (ref === "" || ref.startsWith("-") || ref.includes("\0")) {
    throw new ComparisonError(
      `${JSON.stringify(ref)} cannot be the name of a base: give a branch, a tag or a commit, e.g. --base origin/main`,
    );
  }
  const commit = await commitOf(repository, ref);
  if (commit === undefined) throw new ComparisonError(await unknownWords(repository, ref));
  return { ref, commit };
}

async function unknownWords(repository: Repository, ref: string): Promise<string> {
  const listed = await repository.git.read([
    "for-each-ref",
    "--format=%(refname:short)",
    "refs/heads",
    "refs/remotes",
    "refs/tags",
  ]);
  const known = listed.split("\n").filter((name) => name !== "");
  const meant = nearest(ref, known) ?? known.find((name) => name.endsWith(`/${ref}`));
  const shown = known.length > 12 ? `${known.slice(0, 12).join(", ")} and ${known.length - 12} more` : known.join(", ");
  return [
    `The base ${JSON.stringify(ref)} is no branch, tag or commit of ${repository.topFolder}.`,
    ...(meant === undefined ? [] : [`Did you mean --base ${meant}?`]),
    `Known: ${shown || "none"}.`,
    repository.isShallow
      ? `The clone is shallow, so it may only be missing here. ${fetchWords}`
      : "If it is new on the server, type: git fetch",
  ].join("\n");
}
