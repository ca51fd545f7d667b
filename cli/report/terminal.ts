import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import colors from "picocolors";
import { printable } from "../../model/printable.ts";
import { problemLine } from "../../model/problem-line.ts";
import type { Problem } from "../../model/problems.ts";
import { isSecretPath } from "../../model/secret-text.ts";
import { type Excerpt, excerptOf } from "./excerpt.ts";

export interface TerminalOptions {
  /** Folder that the files' names start from. Default: the working folder. */
  readonly root?: string;
  /** Texts by file name that are shown instead of what is on the disk, e.g. of a file that was not written. */
  readonly texts?: ReadonlyMap<string, string>;
  /** Default: whether this process writes to a terminal and NO_COLOR is not set. */
  readonly isColored?: boolean;
}

/** Larger files are named, not shown. */
const largestShown = 256 * 1024;

/** A problem in one line, safe for a terminal, without the file's line shown. */
export const printableLine = (problem: Problem): string => printable(problemLine(problem));

/** Problems for people: each in a line, then the file's line with the spot marked; how many there are at the end. */
export function renderProblems(problems: readonly Problem[], options: TerminalOptions = {}): string {
  const { root = process.cwd(), isColored = colors.isColorSupported && process.stderr.isTTY === true } = options;
  const paint = colors.createColors(isColored);
  const texts = new Map<string, string | undefined>(options.texts);
  const secrets = problems.filter(
    ({ code, path }) => code === "SECRET_IN_FILE" || (isSecretPath(path) && !code.startsWith("KEY_")),
  );
  const blocks = problems.map((problem) => {
    const text = textOf(problem.file, root, texts);
    const hidden = secrets.filter(({ file }) => file === problem.file);
    const excerpt = text === undefined || isWhole(problem) ? undefined : excerptOf(text, problem, hidden);
    const line = printableLine(problem).replace(problem.code, paint.red(problem.code));
    return excerpt === undefined ? line : `${line}\n${renderExcerpt(excerpt, problem.line, paint)}`;
  });
  const count = `${problems.length} ${problems.length === 1 ? "problem" : "problems"}`;
  return `${blocks.join("\n\n")}\n\n${paint.bold(count)}`;
}

/** What is wrong with the file as a whole has no spot, and its bytes may be no text at all. */
const isWhole = ({ code, path, line, column }: Problem): boolean =>
  code.startsWith("FILE_") && path === "" && line === 1 && column === 1;

function renderExcerpt(
  { line, marks }: Excerpt,
  number: number,
  paint: ReturnType<typeof colors.createColors>,
): string {
  const gutter = `${number}`;
  return `  ${paint.dim(`${gutter} |`)} ${line}\n  ${paint.dim(`${" ".repeat(gutter.length)} |`)} ${paint.red(marks)}`;
}

function textOf(file: string, root: string, texts: Map<string, string | undefined>): string | undefined {
  if (!texts.has(file)) {
    texts.set(file, read(resolve(root, file)));
  }
  return texts.get(file);
}

/** Undefined where there is nothing to show: the problem itself says what is wrong with the file. */
function read(file: string): string | undefined {
  try {
    const text = readFileSync(file, "utf8");
    return text.length <= largestShown ? text : undefined;
  } catch {
    return undefined;
  }
}
