import { readBlobs } from "./blobs.ts";
import { ComparisonError } from "./comparison-error.ts";
import type { Git } from "./git.ts";
import { linkMode, linkTarget, readTree, type Tree, type TreeFile } from "./git-tree.ts";

/** A commit of a repository. */
export interface CommitSource {
  readonly git: Git;
  readonly commit: string;
}

/** More links in a row than anyone means. */
const mostHops = 8;

export const isLink = ({ mode }: TreeFile): boolean => mode === linkMode;

/**
 * The tree with links that stand where folders are expected replaced by what they lead to, under the link's own path.
 *
 * @param folders paths from the top folder.
 * @throws ComparisonError where one leads out of the repository.
 */
export async function followLinkedFolders(source: CommitSource, tree: Tree, folders: readonly string[]): Promise<Tree> {
  const links = folders.flatMap((folder) => tree.get(folder) ?? []).filter(isLink);
  if (links.length === 0) return tree;
  const followed = new Map(tree);
  for (const link of links) {
    const target = await targetOf(source, link);
    followed.delete(link.path);
    for (const [path, file] of await readTree(source.git, source.commit, [target])) {
      followed.set(`${link.path}/${path.slice(target === "" ? 0 : target.length + 1)}`, file);
    }
  }
  return followed;
}

/**
 * The file that a link leads to, link after link; any other file is itself.
 *
 * @throws ComparisonError where it leads out of the repository, to nothing, or in a circle.
 */
export async function followLink(source: CommitSource, file: TreeFile, hops = 0): Promise<TreeFile> {
  if (!isLink(file)) return file;
  const target = await targetOf(source, file);
  const found = (await readTree(source.git, source.commit, [target])).get(target);
  if (found === undefined || hops >= mostHops) {
    throw new ComparisonError(
      `${JSON.stringify(file.path)} of the base is a symbolic link to ${JSON.stringify(target)}, which is no file there. Compare with a commit in which it is.`,
    );
  }
  return await followLink(source, found, hops + 1);
}

async function targetOf({ git }: CommitSource, link: TreeFile): Promise<string> {
  const content = (await readBlobs(git, [link])).get(link.path) ?? Buffer.of();
  const target = linkTarget(link.path, content.toString());
  if (target === undefined) {
    throw new ComparisonError(
      `${JSON.stringify(link.path)} is a symbolic link that leads out of the repository, so its earlier state is not in git. Put the files in the repository, or set TENANTRY_FLEET_DIR to the repository that they are in.`,
    );
  }
  return target;
}
