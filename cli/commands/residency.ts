import { Command } from "commander";
import { proveResidency, type ResidencyOutcome } from "../../fleet/residency/prove-residency.ts";
import { exitCodes } from "../exit-codes.ts";
import { renderResidency, residencyJson } from "../report/residency.ts";
import { fleetFolder } from "./sandbox-places.ts";

const about = `Proves over the whole fleet that nothing of a tenant is placed outside its residency: in which Regions its own stack and
its cell's have something, replicas, backups, logs and keys included. Computed without a cloud.`;

const examples = `
Examples:
  tenantry residency
  tenantry residency --json > residency.json

Exit codes: 0 all proved, 4 something is outside or could not be proved.`;

/** `tenantry residency`: where everything of every tenant is. */
export function residencyCommand(): Command {
  return new Command("residency")
    .description(about)
    .option("--json", "for programs")
    .addHelpText("after", examples)
    .action(residency);
}

async function residency({ json }: { readonly json?: true }): Promise<void> {
  const outcomes: ResidencyOutcome[] = [];
  for await (const outcome of proveResidency(fleetFolder())) outcomes.push(outcome);
  process.stdout.write(`${json ? residencyJson(outcomes) : renderResidency(outcomes)}\n`);
  const isProved = outcomes.every((outcome) => outcome.kind === "judged" && outcome.proof.isProved);
  if (!isProved) process.exitCode = exitCodes.refused;
}
