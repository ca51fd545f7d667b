import type { Place } from "./provenance.ts";

/** One thing wrong with what a person wrote, at the place where it stands. */
export interface Problem extends Place {
  /** Stable, `NOUN_FACT`, e.g. `TENANT_TIER_UNKNOWN`; each has a page in the docs. */
  readonly code: string;
  /** Dotted path in the file, e.g. `overrides.limits.max_users`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
  readonly found?: string;
  readonly allowed?: string;
  /** What to do or type next. */
  readonly suggestion?: string;
}

/** Everything found wrong, at once. Nothing was touched. */
export class ProblemsError extends Error {
  override readonly name = "ProblemsError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      problems
        .map(
          (problem) =>
            `${problem.file}:${problem.line}:${problem.column} ${problem.code} ${problem.path}: ${problem.message}`,
        )
        .join("\n"),
    );
    this.problems = problems;
  }
}

/** Order in which problems are shown: by file, then as they stand in it. */
export const byPlace = (one: Problem, other: Problem): number =>
  one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column;
