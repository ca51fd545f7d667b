import { randomBytes } from "node:crypto";
import { ComparisonError } from "./comparison-error.ts";
import { type Git, gitFailed } from "./git.ts";
import type { TreeFile } from "./git-tree.ts";

/**
 * Contents of files of a commit by path, as a checkout here would write them: with the line ends, identifiers and
 * filters that the repository's attributes and the machine's configuration say, so that they are comparable with files
 * that were checked out. A symbolic link's content is where it leads.
 *
 * @throws ComparisonError where one is missing from the repository, or a filter fails.
 */
export async function readBlobs(git: Git, files: readonly TreeFile[]): Promise<ReadonlyMap<string, Buffer>> {
  // Requests are lines, so a path with a line break is asked for without its attributes, by its id alone.
  const filtered = files.filter(isFiltered);
  const plain = files.filter((file) => !isFiltered(file));
  const [some, others] = await Promise.all([
    readBatch(git, filtered, ["--filters"], ({ id, path }) => `${id} ${path}`),
    readBatch(git, plain, [], ({ id }) => id),
  ]);
  return new Map([...some, ...others]);
}

const isFiltered = ({ path, mode }: TreeFile): boolean => mode.startsWith("100") && !path.includes("\n");

async function readBatch(
  git: Git,
  files: readonly TreeFile[],
  options: readonly string[],
  requestOf: (file: TreeFile) => string,
): Promise<ReadonlyMap<string, Buffer>> {
  if (files.length === 0) return new Map();
  // Git tells the size before its filters ran, so each record begins with a line that no content can know instead.
  const mark = randomBytes(16).toString("hex");
  const args = ["cat-file", ...options, `--batch=${mark} %(objectname)`, "--buffer"];
  const { code, stdout, stderr } = await git.run(args, `${files.map(requestOf).join("\n")}\n`);
  if (code !== 0) throw new ComparisonError(failureWords(stderr));
  const contents = new Map<string, Buffer>();
  let place = 0;
  for (const [index, { path, id }] of files.entries()) {
    const header = `${mark} ${id}\n`;
    if (!stdout.subarray(place, place + header.length).equals(Buffer.from(header))) throw missing(path, id);
    const start = place + header.length;
    const next = index + 1 < files.length ? stdout.indexOf(`\n${mark} `, start) : stdout.length - 1;
    if (next < 0) throw missing(files[index + 1]?.path ?? path, id);
    contents.set(path, stdout.subarray(start, next));
    place = next + 1;
  }
  return contents;
}

const missing = (path: string, id: string): ComparisonError =>
  new ComparisonError(
    `The repository does not have the content of ${JSON.stringify(path)} (${id}). In a partial clone type \`git fetch --refetch\`; otherwise \`git fsck\` says what is missing.`,
  );

function failureWords(stderr: string): string {
  return /filter/.test(stderr)
    ? `A filter that .gitattributes names for files of the base failed: ${stderr.trim().split("\n").slice(-2).join("; ")}\nInstall the filter's program (for Git LFS: \`git lfs install\`), and type \`git lfs fetch --all\` where it needs contents.`
    : gitFailed(["cat-file"], stderr);
}
