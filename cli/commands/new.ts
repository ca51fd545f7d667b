import { Command, Option } from "commander";
import { ProblemsError } from "../../model/problems.ts";
import { cellPlatformStackName, cellStackName } from "../../model/stack-names.ts";
import { type FleetReading, readFleet } from "../../tenants/index.ts";
import { exitCodes } from "../exit-codes.ts";
import type { NewTenantAnswers, NewTenantFlags } from "../new/answers.ts";
import { answersOf, askAccount, askAnswers, askConsent, untilInterrupted } from "../new/ask.ts";
import { proposeTenant, type TenantProposal } from "../new/propose-tenant.ts";
import { writeNewFile } from "../new/write-new-file.ts";
import { renderProblems } from "../report/terminal.ts";
import { UserError } from "../user-error.ts";
import { fleetFolder } from "./sandbox-places.ts";

type Proposed = Extract<TenantProposal, { kind: "proposed" }>;

const about = `Writes a tenant's file: asks on a terminal for what no flag says, proposes a cell with its reason, draws the uid.
A tier with a cell of its own gets that cell's file as well. Nothing is provisioned.`;

/** `tenantry new`: the file of a new tenant. */
export function newCommand(): Command {
  return new Command("new")
    .description(about)
    .argument("[id]", "names the file and the stack; never changes")
    .option("--name <text>", "what people see")
    .option("--tier <tier>", "free, professional, enterprise, custom, or one of your own; tier@3 pins a version")
    .option("--owner <address>", "an address, or a reference such as crm:4711")
    .option("--residency <residency>", "where content may be: us, eu, uk, …")
    .option("--cell <cell>", "default: the cell with the most room")
    .option("--industry <text>", "published to the application")
    .option("--compliance <frameworks...>", "e.g. soc2 gdpr")
    .addOption(new Option("--managed-by <writer>", "the one writer of this tenant").choices(["git", "api"]))
    .option("--account <id>", "AWS account of a cell of its own, where the tier has one")
    .option("--yes", "write what is proposed without asking")
    .option("--json", "for programs")
    .action((id: string | undefined, flags: NewTenantFlags) => untilInterrupted(newTenant(id, flags)));
}

async function newTenant(id: string | undefined, flags: NewTenantFlags): Promise<void> {
  const root = fleetFolder();
  const fleet = readFleet(root);
  refuseBroken(fleet);
  const isAsking = process.stdin.isTTY === true && process.stderr.isTTY === true && !flags.yes && !flags.json;
  const answers = isAsking ? await askAnswers(id, flags, offered(fleet)) : answersOf(id, flags);
  const proposed = await propose(answers, fleet, { root, isAsking });
  if (proposed.kind === "refused") {
    const texts = new Map([[proposed.draft.file, proposed.draft.text]]);
    process.stderr.write(`${renderProblems(proposed.problems, { root, texts })}; nothing was written\n`);
    process.exitCode = exitCodes.badFile;
    return;
  }
  process.stderr.write(`${proposed.tenant.text}\n${proposed.choice.cell}: ${proposed.choice.reason}\n`);
  if (
    isAsking &&
    !(await askConsent(
      `Write ${filesOf(proposed)
        .map(({ file }) => file)
        .join(" and ")}?`,
    ))
  ) {
    throw new UserError("tenantry new: nothing was written.");
  }
  write(proposed);
  report(answers, proposed, flags.json === true);
}

/** Tenants may be wrong while a new one is written; what it stands on may not. */
function refuseBroken(fleet: FleetReading): void {
  const problems = fleet.problems.filter(({ file }) => !file.startsWith("tenants/"));
  if (problems.length > 0) {
    throw new ProblemsError(problems);
  }
}

const offered = ({ tiers }: FleetReading): readonly string[] =>
  [...tiers.sources.keys()].filter((name) => !name.includes("@"));

async function propose(
  answers: NewTenantAnswers,
  fleet: FleetReading,
  { root, isAsking }: { readonly root: string; readonly isAsking: boolean },
): Promise<Exclude<TenantProposal, { kind: "account-needed" }>> {
  const proposal = proposeTenant(answers, fleet, root, new Date());
  if (proposal.kind !== "account-needed") {
    return proposal;
  }
  if (!isAsking) {
    throw new UserError(
      `tenantry new: nothing was written, since ${proposal.reason}.\nSay the AWS account of the new cell ${proposal.cell}: --account 111122223333`,
      exitCodes.badFile,
    );
  }
  return propose({ ...answers, account: await askAccount(proposal.cell) }, fleet, { root, isAsking });
}

const filesOf = ({ tenant, cellFile }: Proposed) => (cellFile === undefined ? [tenant] : [cellFile, tenant]);

/** The cell first: a tenant whose cell is missing is wrong, a cell without a tenant is not. */
function write(proposed: Proposed): void {
  for (const { path, file, text } of filesOf(proposed)) {
    try {
      writeNewFile(path, text);
    } catch (error) {
      const reason =
        error instanceof Error && "code" in error && error.code === "EEXIST" ? "exists already" : String(error);
      throw new UserError(`tenantry new: ${file} ${reason}; it was left as it is.`, exitCodes.badFile);
    }
  }
}

function report(answers: NewTenantAnswers, proposed: Proposed, isJson: boolean): void {
  const { choice } = proposed;
  const files = filesOf(proposed).map(({ file }) => file);
  const next = nextSteps(answers.id, proposed);
  if (isJson) {
    const document = {
      formatVersion: 1,
      tenant: answers.id,
      files,
      cell: choice.cell,
      isolation: choice.isolation,
      reason: choice.reason,
      next,
    };
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    return;
  }
  process.stdout.write(`${files.join("\n")}\n`);
  process.stderr.write(`\nWritten. Next:\n${next.map((line) => `  ${line}`).join("\n")}\n`);
}

function nextSteps(id: string, { cellFile, choice }: Proposed): readonly string[] {
  const stacks = cellFile === undefined ? [] : [cellStackName(choice.cell), cellPlatformStackName(choice.cell)];
  return [
    "tenantry check",
    ...stacks.flatMap((stack) => [`pulumi stack init ${stack}`, `pulumi up --stack ${stack}`]),
    ...(cellFile === undefined ? [] : [`tenantry configure ${choice.cell}`]),
    `pulumi stack init ${id}`,
    `pulumi up --stack ${id}`,
    `tenantry configure ${id}`,
  ];
}
