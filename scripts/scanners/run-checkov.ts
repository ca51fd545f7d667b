import { basename, join } from "node:path";
import type { Finding } from "../../policies/judge-findings.ts";
import { runCommand } from "../../sandbox/engine/run-command.ts";
import { ensurePythonTool } from "./ensure-python-tool.ts";

const requirements = join(import.meta.dirname, "requirements.txt");

/** What one run of Checkov came to. */
export interface CheckovRun {
  readonly findings: readonly Finding[];
  /** How many checks passed, over all files: none would mean that nothing was read. */
  readonly passedCount: number;
  /** `<stack>.json/<resource>` or `<stack>.yaml/<resource>` of everything that any rule looked at. */
  readonly scanned: ReadonlySet<string>;
  /** Files that Checkov could not read. */
  readonly unread: readonly string[];
}

interface Check {
  readonly check_id: string;
  readonly check_name: string;
  readonly file_path: string;
  readonly resource: string;
}

interface Report {
  readonly results?: {
    readonly passed_checks: readonly Check[];
    readonly failed_checks: readonly Check[];
    readonly parsing_errors: readonly string[];
  };
}

/**
 * Runs Checkov once over `<stack>.json` (Terraform plans) and `<stack>.yaml` (Kubernetes objects) in a folder. Nothing
 * is fetched: neither guides nor registries' modules.
 *
 * @throws where Checkov itself fails.
 */
export async function runCheckov(folder: string): Promise<CheckovRun> {
  const output = await checkov([
    "--directory",
    folder,
    "--framework",
    "terraform_plan",
    "kubernetes",
    "--skip-download",
    "--compact",
    "--output",
    "json",
  ]);
  const parsed = JSON.parse(output) as Report | readonly Report[];
  const results = (Array.isArray(parsed) ? (parsed as readonly Report[]) : [parsed as Report]).flatMap(
    (report) => report.results ?? [],
  );
  const failed = results.flatMap((result) => result.failed_checks);
  const passed = results.flatMap((result) => result.passed_checks);
  return {
    findings: failed.map((check) => ({
      rule: check.check_id,
      stack: stackOf(check),
      resource: check.resource,
      title: check.check_name,
    })),
    passedCount: passed.length,
    scanned: new Set([...failed, ...passed].map((check) => `${basename(check.file_path)}/${check.resource}`)),
    unread: results.flatMap((result) => result.parsing_errors),
  };
}

/** Ids of every rule that this Checkov has for the two forms. */
export async function checkovRules(): Promise<ReadonlySet<string>> {
  const listing = await checkov(["--list", "--framework", "terraform", "kubernetes", "--skip-download"]);
  return new Set([...listing.matchAll(/\bCKV2?_[A-Z0-9]+_\d+\b/g)].map(([rule]) => rule));
}

const stackOf = ({ file_path }: Check) => basename(file_path).replace(/\.(json|yaml)$/, "");

/** Set, so that nothing is asked of the network and colors stay out. */
const environment = { LOG_LEVEL: "ERROR", NO_COLOR: "1", ANSI_COLORS_DISABLED: "1", BC_SKIP_MAPPING: "TRUE" };

async function checkov(args: readonly string[]): Promise<string> {
  const bin = await ensurePythonTool({ name: "checkov", requirements });
  const { exitCode, stdout, stderr } = await runCommand(join(bin, "python"), ["-m", "checkov.main", ...args], {
    environment,
  });
  // 1: something was found, which the findings say.
  if (exitCode !== 0 && exitCode !== 1) throw new Error(`Checkov failed: ${stderr}`);
  return stdout;
}
