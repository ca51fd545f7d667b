import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { Problem } from "../../model/problems.ts";

export const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** Problems in SARIF 2.1.0, as code scanning services read it. */
export function renderSarif(problems: readonly Problem[]): string {
  const codes = [...new Set(problems.map(({ code }) => code))].toSorted();
  const rules = codes.map((id) => ({
    id,
    shortDescription: { text: id.replaceAll("_", " ").toLowerCase() },
    help: { text: `docs/errors/${id}.md` },
  }));
  const run = {
    tool: { driver: { name: "tenantry", version: "0.1.0", rules } },
    columnKind: "utf16CodeUnits",
    results: problems.map((problem) => resultOf(problem, codes.indexOf(problem.code))),
  };
  return `${JSON.stringify({ $schema: sarifSchema, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

function resultOf(problem: Problem, ruleIndex: number) {
  const { code, file, line, column, endColumn } = problem;
  const region = {
    startLine: line,
    startColumn: column,
    ...(endColumn === undefined ? {} : { endLine: line, endColumn }),
  };
  return {
    ruleId: code,
    ruleIndex,
    level: "error",
    message: { text: sentence(problem) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } }],
  };
}

/** A relative reference, each part percent-encoded; an absolute file URL where the file is outside the folder. */
export const uriOf = (file: string): string =>
  isAbsolute(file) ? pathToFileURL(file).href : file.split("/").map(encodeURIComponent).join("/");

/** A problem in one line, without its place. */
export function sentence({ path, message, found, allowed, suggestion }: Problem): string {
  const facts = [
    path === "" ? message : `${path}: ${message}`,
    found === undefined ? undefined : `found ${found}`,
    allowed === undefined ? undefined : `allowed ${allowed}`,
    suggestion,
  ];
  return facts.filter((fact) => fact !== undefined).join(" · ");
}
