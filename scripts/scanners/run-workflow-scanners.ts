import { globSync } from "node:fs";
import { join } from "node:path";
import { findOrMakeProgram } from "../../sandbox/engine/ensure-program.ts";
import type { Program } from "../../sandbox/engine/program.ts";
import { runCommand } from "../../sandbox/engine/run-command.ts";
import { ensurePythonTool } from "./ensure-python-tool.ts";

const requirements = join(import.meta.dirname, "workflow-requirements.txt");

/** Built from its Go module, as the engine's programs are. */
const actionlint: Program = {
  name: "actionlint",
  version: "1.7.12",
  versionArguments: ["-version"],
  versionPattern: /^v?(\d+\.\d+\.\d+)/m,
  accepts: "none",
  downloads: [],
  build: {
    get: ["github.com/rhysd/actionlint/cmd/actionlint@v1.7.12"],
    packagePath: "github.com/rhysd/actionlint/cmd/actionlint",
    flags: ["-ldflags", "-s -w -X github.com/rhysd/actionlint.version=1.7.12"],
    expectedSeconds: 60,
  },
  homepage: "https://github.com/rhysd/actionlint",
};

/** What the scanners of workflows say of a checkout: a line each; none where they find nothing. */
export interface WorkflowScan {
  readonly zizmor: readonly string[];
  /** With shellcheck on the workflows' steps. */
  readonly actionlint: readonly string[];
  /** On the scripts that actions start. */
  readonly shellcheck: readonly string[];
}

/**
 * Scans the workflows, actions and their scripts in `.github` of `root`. Nothing is asked of the network once the
 * scanners are there.
 *
 * @throws where a scanner cannot be had or fails itself.
 */
export async function scanWorkflows(root: string): Promise<WorkflowScan> {
  const bin = await ensurePythonTool({ name: "workflows", requirements });
  const lint = await findOrMakeProgram(actionlint);
  const shellcheck = join(bin, "shellcheck");
  const workflows = globSync(".github/workflows/*.{yml,yaml}", { cwd: root }).toSorted();
  const scripts = globSync(".github/**/*.sh", { cwd: root }).toSorted();
  return {
    zizmor: await lines(root, join(bin, "zizmor"), [
      "--offline",
      "--persona",
      "pedantic",
      "--format",
      "plain",
      ".github",
    ]),
    actionlint: await lines(root, lint.path, ["-oneline", "-shellcheck", shellcheck, "-pyflakes=", ...workflows]),
    shellcheck: await lines(root, shellcheck, ["--format", "gcc", ...scripts]),
  };
}

/** What a scanner printed; empty where it ended with 0. */
async function lines(workFolder: string, command: string, args: readonly string[]): Promise<readonly string[]> {
  const environment = { NO_COLOR: "1" };
  const { exitCode, stdout, stderr } = await runCommand(command, args, { workFolder, environment });
  if (exitCode === 0) return [];
  const found = stdout.split("\n").filter((line) => line.trim() !== "");
  if (exitCode === undefined || found.length === 0) throw new Error(`${command} failed: ${stderr.trim()}`);
  return found;
}
