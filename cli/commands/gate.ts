import { readFileSync } from "node:fs";
import { Command } from "commander";
import type { GateVerdict } from "../../fleet/gates/gate.ts";
import { findGateFindings } from "../../fleet/gates/index.ts";
import { judgeFindings, unusedExceptions } from "../../fleet/gates/judge-findings.ts";
import { readPreview } from "../../fleet/gates/preview/read-preview.ts";
import { stackExceptions } from "../../fleet/plan/stack-exceptions.ts";
import { printable } from "../../model/printable.ts";
import { readTenantPlan } from "../../tenants/read-plans.ts";
import { listTenantIds } from "../../tenants/tenant-files.ts";
import { exitCodes } from "../exit-codes.ts";
import { inWords } from "../in-words.ts";
import { UserError } from "../user-error.ts";
import { fleetFolder } from "./sandbox-places.ts";

const about = `Holds what pulumi preview says of one stack against the gates: the same rules as tenantry plan, on the engine's own word.

Exceptions are read from the stack's own file: a tenant's, a cell's, or fleet.yaml. What a change costs is looked at by
tenantry plan alone.`;

const more = `
Examples:
  pulumi preview --json --show-sames --stack acme-corp > preview.json
  tenantry gate --preview preview.json

Exit codes: 0 fine, 1 error, 3 bad file, 4 a gate refuses.`;

interface Options {
  readonly preview: string;
  readonly json?: true;
}

/** `tenantry gate`: the gates over a preview of the engine's. */
export function gateCommand(): Command {
  return new Command("gate")
    .description(about)
    .requiredOption("--preview <file>", "what pulumi preview --json wrote")
    .option("--json", "for programs")
    .addHelpText("after", more)
    .action(gate);
}

async function gate({ preview, json }: Options): Promise<void> {
  const root = fleetFolder();
  const reading = readPreview(textOf(preview));
  if (reading.kind === "refused") throw new UserError(`${printable(preview)} ${reading.reason}`, exitCodes.badFile);
  const { change } = reading;
  const isTenant = listTenantIds(root).includes(change.stack);
  const plan = isTenant
    ? await Promise.resolve(change.stack)
        .then((id) => readTenantPlan(id, root).plan)
        .catch(inWords)
    : undefined;
  const exceptions = stackExceptions(change.stack, root, isTenant);
  const findings = findGateFindings(plan === undefined ? change : { ...change, headPlan: plan });
  const verdicts = judgeFindings(findings, { exceptions, today: new Date().toISOString().slice(0, 10) });
  const unused = unusedExceptions(exceptions, findings);
  const { stack } = change;
  const refused = verdicts.filter(({ verdict }) => verdict === "refused");
  process.stdout.write(
    json
      ? `${JSON.stringify({ formatVersion: 1, stack, gates: verdicts, unusedExceptions: unused }, undefined, 2)}\n`
      : [
          `${printable(stack)}: ${refused.length === 0 ? "no gate refuses" : `${refused.length} refused`}`,
          ...verdicts.map(lineOf),
          ...unused.map(
            (one) => `  unused: the exception from ${one.gate} for ${printable(one.resource)} lifts nothing here`,
          ),
          "",
        ].join("\n"),
  );
  if (refused.length > 0) process.exitCode = exitCodes.refused;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const what = code === "ENOENT" ? "does not exist" : `cannot be read (${code ?? "unknown"})`;
    throw new UserError(
      `${printable(file)} ${what}. Write it: pulumi preview --json --show-sames --stack <stack> > preview.json`,
    );
  }
}

function lineOf({ verdict, gate: name, resource, property, reason, exception }: GateVerdict): string {
  const where = [resource, property].filter((part) => part !== undefined).join(" ");
  const by =
    verdict === "excepted"
      ? ` (lifted until ${exception?.until ?? ""} by ${exception?.approvedBy ?? ""}: ${exception?.reason ?? ""})`
      : "";
  return printable(`  ${verdict} ${name} ${where}: ${reason}${by}`);
}
