import { writeFileSync } from "node:fs";
import { Command } from "commander";
import type { Comparison } from "../../fleet/base/fleet-side.ts";
import { openComparison } from "../../fleet/base/open-comparison.ts";
import type { FleetPlan } from "../../fleet/plan/fleet-plan.ts";
import { planFleet } from "../../fleet/plan/plan-fleet.ts";
import { inWords } from "../in-words.ts";
import { planExitCode } from "../plan/exit-code.ts";
import { knownTenants } from "../plan/known-tenants.ts";
import { PlanProgressLine } from "../plan/progress-line.ts";
import { fleetFolder } from "./sandbox-places.ts";

const about = `What an edit does to the whole fleet: who is affected, what changes in each, what gates say of it and what it costs.

Compares the files as they stand with what they were in git, tenant by tenant, without an engine and without a cloud.
Tenants alike are planned once; --exhaustive synthesises every one.`;

const more = `
Examples:
  tenantry plan                                   what the uncommitted and committed changes since the default branch do
  tenantry plan --base HEAD                       what uncommitted changes do
  tenantry plan acme-corp blue-kite               these tenants only
  tenantry plan --base origin/main --output plan.json --detailed-exitcode

Exit codes: 0 fine, 1 error, 2 changes (only with --detailed-exitcode), 3 bad file, 4 a gate refuses, 5 the cost gate
refuses and no other does, 130 interrupted.`;

interface Options {
  readonly base?: string;
  readonly output?: string;
  readonly exhaustive?: true;
  readonly json?: true;
  readonly detailedExitcode?: true;
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
    .option("--output <file>", "writes the plan as JSON as well")
    .option("--exhaustive", "synthesises every tenant instead of a few of each class")
    .option("--json", "the plan as JSON on standard output")
    .option("--detailed-exitcode", "ends with 2 where something changes")
    .addHelpText("after", more)
    .action(plan);
}

async function plan(tenants: readonly string[], options: Options): Promise<void> {
  const comparison = await openComparison(fleetFolder(), options.base).catch(inWords);
  try {
    report(await planned(comparison, tenants, options), options);
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
      isExhaustive: options.exhaustive === true,
      onProgress: progress.show,
    });
  } finally {
    progress.end();
  }
}

function report(fleetPlan: FleetPlan, { output, json, detailedExitcode }: Options): void {
  const text = JSON.stringify({ formatVersion: 1, ...fleetPlan }, null, 2);
  if (output !== undefined) writeFileSync(output, `${text}\n`);
  if (json) process.stdout.write(`${text}\n`);
  process.exitCode = planExitCode(fleetPlan, { isDetailed: detailedExitcode === true });
}
