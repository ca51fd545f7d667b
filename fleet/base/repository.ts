import { realpathSync } from "node:fs";
import { relative, sep } from "node:path";
import { ComparisonError } from "./comparison-error.ts";
import { Git, gitFailed } from "./git.ts";

/** The checkout that a folder lies in. */
export interface Repository {
  /** Runs in the checkout's top folder. */
  readonly git: Git;
  /** Absolute, symbolic links resolved. */
  readonly topFolder: string;
  /** History is cut off: older commits are not there. */
  readonly isShallow: boolean;
}

/**
 * The checkout that `folder` lies in.
 *
 * @throws ComparisonError where there is none, or git will not work with it.
 */
export async function findRepository(folder: string): Promise<Repository> {
  const git = new Git(folder);
  const [top, shallow] = await Promise.all([
    git.run(["rev-parse", "--show-toplevel"]),
    git.run(["rev-parse", "--is-shallow-repository"]),
  ]);
  if (top.code !== 0) throw new ComparisonError(refusalWords(folder, top.stderr));
  const topFolder = realpathSync(top.stdout.toString().replace(/\n$/, ""));
  return { git: new Git(topFolder), topFolder, isShallow: shallow.stdout.toString().trim() === "true" };
}

/** Path of a folder inside the checkout, with `/`, symbolic links resolved; undefined where it lies outside. */
export function pathInRepository({ topFolder }: Repository, folder: string): string | undefined {
  const path = relative(topFolder, realpathSync(folder)).split(sep).join("/");
  return path === ".." || path.startsWith("../") || path.startsWith("/") ? undefined : path;
}

/** `folder/name`, where the folder may be the top one. */
export const inFolder = (folder: string, name: string): string => (folder === "" ? name : `${folder}/${name}`);

function refusalWords(folder: string, stderr: string): string {
  if (stderr.includes("not a git repository")) {
    return [
      `${folder} is not in a git repository, so there is no earlier state to compare with.`,
      "Type `git init`, `git add .` and `git commit` there, or set TENANTRY_FLEET_DIR to a folder in a repository.",
      "Without git, `tenantry check` and `tenantry synth` work on the fleet as it is.",
    ].join("\n");
  }
  if (stderr.includes("dubious ownership")) {
    return `git does not trust ${folder}, since somebody else owns it. Type: git config --global --add safe.directory '${folder}'`;
  }
  if (stderr.includes("work tree")) {
    return `${folder} is a bare repository or inside .git, so there is no checkout to compare. Type \`git worktree add\` or \`git clone\`, and set TENANTRY_FLEET_DIR to the folder with fleet.yaml.`;
  }
  return gitFailed(["rev-parse"], stderr);
}
