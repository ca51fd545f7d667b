import { Command } from "commander";
import { type AffectedFleet, findAffected } from "../../fleet/affected/affected-fleet.ts";
import type { Comparison } from "../../fleet/base/fleet-side.ts";
import { openComparison } from "../../fleet/base/open-comparison.ts";
import { printable } from "../../model/printable.ts";
import { exitCodes } from "../exit-codes.ts";
import { inWords } from "../in-words.ts";
import { fleetFolder } from "./sandbox-places.ts";

const about = `Whom an edit concerns: the tenants whose resolved plan or resources change, and the stacks of cells and of the
control plane that do. New tenants and those whose file is gone are among them; a comment concerns nobody.

Compares the files as they stand, uncommitted and untracked ones included, with what they were in git where the change
began: the merge base of the checked-out commit and --base. Prints one stack's name a line.`;

const more = `
Without --base: origin/HEAD, origin/main, origin/master, main or master, the first that there is; else the checked-out
commit.

Examples:
  tenantry affected                               by all changes since the default branch, committed or not
  tenantry affected --base HEAD                   by uncommitted changes
  tenantry affected --base origin/main --json     for programs

Exit codes: 0 fine, 1 error, 2 somebody is affected (only with --detailed-exitcode), 3 bad file, 130 interrupted.`;

interface Options {
  readonly base?: string;
  readonly json?: true;
  readonly detailedExitcode?: true;
}

/** `tenantry affected`: whom an edit concerns. */
export function affectedCommand(): Command {
  return new Command("affected")
    .description(about)
    .option("--base <ref>", "what to compare with: a branch, tag or commit")
    .option("--json", "for programs")
    .option("--detailed-exitcode", "ends with 2 where somebody is affected")
    .addHelpText("after", more)
    .action(affected);
}

async function affected(options: Options): Promise<void> {
  const comparison = await openComparison(fleetFolder(), options.base);
  try {
    report(comparison, await findAffected(comparison).catch(inWords), options);
  } finally {
    comparison.dispose();
  }
}

function report(comparison: Comparison, found: AffectedFleet, { json, detailedExitcode }: Options): void {
  const { changed, added, gone, stacks, failures, total } = found;
  const tenants = [...changed, ...added, ...gone].toSorted();
  const { base, head, warnings } = comparison;
  if (json) {
    const document = {
      formatVersion: 1,
      base: base.commit,
      head: head.commit,
      affected: tenants,
      changed,
      added,
      gone,
    };
    process.stdout.write(`${JSON.stringify({ ...document, affectedStacks: stacks, failures, warnings }, null, 2)}\n`);
  } else {
    process.stdout.write([...tenants, ...stacks].map((name) => `${printable(name)}\n`).join(""));
  }
  const kinds = `${changed.length} changed, ${added.length} new, ${gone.length} gone`;
  const lines = [
    ...warnings,
    ...failures.map(({ stack, side, message }) => `${stack} (${side}): ${message}`),
    `${tenants.length} of ${total} tenants are affected (${kinds}), and ${stacks.length} other stacks; ${base.commit.slice(0, 12)} → ${shortHead(head.commit)}`,
  ];
  process.stderr.write(lines.map((line) => `${linesPrintable(line)}\n`).join(""));
  process.exitCode = exitCodeOf(found, detailedExitcode === true);
}

const linesPrintable = (text: string): string => text.split("\n").map(printable).join("\n");

const shortHead = (commit: string): string => commit.replace(/^([0-9a-f]{12})[0-9a-f]*/, "$1");

/** Whom nobody could plan, nobody knows about; that goes before what is known of the others. */
function exitCodeOf({ failures, changed, added, gone, stacks }: AffectedFleet, isDetailed: boolean): number {
  if (failures.length > 0) {
    return failures.every(({ place }) => place !== undefined) ? exitCodes.badFile : exitCodes.error;
  }
  return isDetailed && changed.length + added.length + gone.length + stacks.length > 0
    ? exitCodes.changes
    : exitCodes.fine;
}
