import { Command, InvalidArgumentError, Option } from "commander";
import type { Comparison } from "../../fleet/base/fleet-side.ts";
import { openComparison } from "../../fleet/base/open-comparison.ts";
import type { FleetPlan } from "../../fleet/plan/fleet-plan.ts";
import { planFleet } from "../../fleet/plan/plan-fleet.ts";
import { inWords } from "../in-words.ts";
import { confirmPlan } from "../plan/confirm-plan.ts";
import { knownTenants } from "../plan/known-tenants.ts";
import { PlanProgressLine } from "../plan/progress-line.ts";
import { asPredicted, openRecorded } from "../plan/recorded-plan.ts";
import { type ReportOptions, reportPlan } from "../plan/report-plan.ts";
import { fleetFolder } from "./sandbox-places.ts";

const about = `What an edit does to the whole fleet: who is affected, what changes in each, what gates say of it and what it costs.

Compares the files as they stand with what they were in git, tenant by tenant, without an engine and without a cloud.
Tenants alike are planned once; --exhaustive synthesises every one.`;

const more = `
Examples:
  tenantry plan                                   what the uncommitted and committed changes since the default branch do
  tenantry plan --base HEAD                       what uncommitted changes do
  tenantry plan acme-corp blue-kite               these tenants only
  tenantry plan --state .tenantry/sandbox/state   what pulumi up would do to what the sandbox has on record
  tenantry plan --confirm 3                       lets the real engine confirm it on three stacks of each group
  tenantry plan --base origin/main --output plan.json --markdown comment.md --detailed-exitcode

Exit codes: 0 fine, 1 error or a preview that says something else, 2 changes (only with --detailed-exitcode), 3 bad file,
4 a gate refuses, 5 the cost gate refuses and no other does, 130 interrupted.`;

interface Options extends ReportOptions {
  readonly base?: string;
  readonly state?: string;
  readonly confirm?: number;
  readonly exhaustive?: true;
}

/** `tenantry plan`: what an edit does to the fleet. */
export function planCommand(): Command {
  return new Command("plan")
    .description(about)
    .argument("[tenants...]", "ids of the tenants to plan; without one, all that the edit may touch")
    .option(
      "--base <ref>",
      "what to compare with: a branch, tag or commit (default: the branch changes are merged into)",
    )
    .addOption(
      new Option(
        "--state <folder>",
        "compares with what the engine has recorded there instead of with git; a prediction",
      ).conflicts("base"),
    )
    .option(
      "--confirm <number>",
      "runs real previews of so many stacks of each group, and says where they differ",
      wholeNumber,
    )
    .option("--output <file>", "writes the plan as JSON as well")
    .option("--markdown <file>", "writes the comment of a pull request as well")
    .option("--html <file>", "writes the plan as a page that can be mailed as well")
    .option("--sarif <file>", "writes what gates found for code scanning (SARIF 2.1.0) as well")
    .option("--exhaustive", "synthesises every tenant instead of a few of each class")
    .option("--json", "the plan as JSON on standard output")
    .option("--detailed-exitcode", "ends with 2 where something changes")
    .addHelpText("after", more)
    .action(plan);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw new InvalidArgumentError("how many stacks of each group is a whole number above 0.");
}

async function plan(tenants: readonly string[], options: Options): Promise<void> {
  const { state, base, confirm } = options;
  const root = fleetFolder();
  const recorded = state === undefined ? undefined : openRecorded(state, root);
  const comparison = recorded ?? (await openComparison(root, base).catch(inWords));
  try {
    const found = await planned(comparison, tenants, options);
    const labelled = recorded === undefined ? found : asPredicted(found, recorded);
    await reportPlan(confirm === undefined ? labelled : await confirmPlan(labelled, comparison, confirm), options);
  } finally {
    comparison.dispose();
  }
}

async function planned(comparison: Comparison, tenants: readonly string[], options: Options): Promise<FleetPlan> {
  for (const warning of comparison.warnings) process.stderr.write(`${warning}\n`);
  const progress = new PlanProgressLine();
  try {
    return await planFleet(comparison, {
      today: new Date().toISOString().slice(0, 10),
      ...(tenants.length === 0 ? {} : { tenants: knownTenants(tenants, comparison) }),
      // Each stack has a record of its own.
      isExhaustive: options.exhaustive === true || options.state !== undefined,
      onProgress: progress.show,
    });
  } finally {
    progress.end();
  }
}
