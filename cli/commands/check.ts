import { Command, Option } from "commander";
import { exitCodes } from "../exit-codes.ts";
import { renderAnnotations } from "../report/annotations.ts";
import { type CheckResult, renderJson } from "../report/json.ts";
import { renderSarif } from "../report/sarif.ts";
import { renderProblems } from "../report/terminal.ts";
import { checkFleet, checkPaths } from "./check-paths.ts";
import { fleetFolder } from "./sandbox-places.ts";

interface CheckOptions {
  readonly json?: true;
  readonly sarif?: true;
  readonly annotations?: true;
}

const about = `Checks the files that people write: tenants, tiers, cells, fleet.yaml, the application. Touches nothing.

Without an argument the whole fleet is checked, uids, names and capacity across all files included.
A file or folder of the fleet is judged as part of it; a file from elsewhere by its form.
With GITHUB_ACTIONS=true in the environment, problems are also printed as annotations.`;

/** `tenantry check`: every problem of the fleet's files, or of some of them. */
export function checkCommand(): Command {
  return new Command("check")
    .description(about)
    .argument("[paths...]", "files or folders")
    .addOption(new Option("--json", "for programs").conflicts(["sarif", "annotations"]))
    .addOption(new Option("--sarif", "for code scanning (SARIF 2.1.0)").conflicts("annotations"))
    .addOption(new Option("--annotations", "for a pull request (GitHub workflow commands)"))
    .action(check);
}

function check(paths: readonly string[], options: CheckOptions): void {
  const root = fleetFolder();
  const result = paths.length === 0 ? checkFleet(root) : checkPaths(paths, root);
  report(result, root, options);
  process.exitCode = result.problems.length > 0 ? exitCodes.badFile : exitCodes.fine;
}

function report(result: CheckResult, root: string, options: CheckOptions): void {
  const { problems, files } = result;
  const isAnnotated = options.annotations === true || process.env["GITHUB_ACTIONS"] === "true";
  if (options.json) {
    process.stdout.write(renderJson(result));
  } else if (options.sarif) {
    process.stdout.write(renderSarif(problems));
  } else {
    process.stdout.write(isAnnotated ? renderAnnotations(problems) : "");
    const text = problems.length === 0 ? `${files} files, no problem` : renderProblems(problems, { root });
    process.stderr.write(`${text}\n`);
  }
}
