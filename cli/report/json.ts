import type { Problem } from "../../model/problems.ts";

/** What a check came to. */
export interface CheckResult {
  /** How many files were looked at. */
  readonly files: number;
  readonly problems: readonly Problem[];
}

/** The document that `tenantry check --json` prints; its keys are a contract. What a problem does not have is left out. */
export function renderJson({ files, problems }: CheckResult): string {
  const listed = problems.map((problem) => ({
    file: problem.file,
    line: problem.line,
    column: problem.column,
    endColumn: problem.endColumn,
    code: problem.code,
    path: problem.path,
    message: problem.message,
    found: problem.found,
    allowed: problem.allowed,
    suggestion: problem.suggestion,
  }));
  return `${JSON.stringify({ formatVersion: 1, files, problems: listed }, null, 2)}\n`;
}
