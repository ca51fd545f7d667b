import type { Problem } from "../../model/problems.ts";
import { sentence } from "./sarif.ts";

/**
 * Problems as GitHub's workflow commands, which a pull request shows beside the line
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands).
 */
export const renderAnnotations = (problems: readonly Problem[]): string =>
  problems
    .map((problem) => {
      const { file, line, column, endColumn, code } = problem;
      const end = endColumn === undefined ? "" : `,endColumn=${endColumn}`;
      return `::error file=${property(file)},line=${line},col=${column}${end},title=${property(code)}::${data(sentence(problem))}\n`;
    })
    .join("");

const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
