import { createWriteStream, writeFileSync } from "node:fs";
import { Readable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import colors from "picocolors";
import type { FleetPlan } from "../../fleet/plan/fleet-plan.ts";
import { planHtml } from "../../fleet/report/html/plan-html.ts";
import { planMarkdown } from "../../fleet/report/markdown/plan-markdown.ts";
import { planJsonPieces } from "../../fleet/report/plan-json.ts";
import { renderPlanSarif } from "../report/plan-sarif.ts";
import { renderPlan } from "../report/plan-terminal.ts";
import { priceNotices } from "../report/price-words.ts";
import { confirmationWords } from "./confirm-plan.ts";
import { planExitCode } from "./exit-code.ts";
import { uncomparedWords } from "./recorded-plan.ts";

export interface ReportOptions {
  /** File for the plan as JSON. */
  readonly output?: string;
  /** File for the comment of a pull request. */
  readonly markdown?: string;
  /** File for a page that can be mailed. */
  readonly html?: string;
  /** File for code scanning. */
  readonly sarif?: string;
  /** JSON on standard output in the place of text. */
  readonly json?: true;
  readonly detailedExitcode?: true;
}

/** Writes a plan wherever it is wanted, and chooses what the command ends with. */
export async function reportPlan(plan: FleetPlan, options: ReportOptions): Promise<void> {
  const { output, markdown, html, sarif, json, detailedExitcode } = options;
  if (output !== undefined) await pipeline(Readable.from(planJsonPieces(plan)), createWriteStream(output));
  if (markdown !== undefined) writeFileSync(markdown, planMarkdown(plan));
  if (html !== undefined) writeFileSync(html, planHtml(plan));
  if (sarif !== undefined) writeFileSync(sarif, renderPlanSarif(plan));
  if (json) await writeOut(planJsonPieces(plan));
  else process.stdout.write(`${terminalText(plan)}\n`);
  process.stderr.write(uncomparedWords(plan));
  for (const notice of priceNotices(plan.cost, new Date().toISOString().slice(0, 10))) {
    process.stderr.write(`${notice}\n`);
  }
  if (plan.confirmation !== undefined) process.stderr.write(confirmationWords(plan.confirmation, plan.uncompared));
  process.exitCode = planExitCode(plan, { isDetailed: detailedExitcode === true });
}

function terminalText(plan: FleetPlan): string {
  const { isTTY, columns } = process.stdout;
  return renderPlan(plan, {
    isColored: colors.isColorSupported && isTTY === true,
    ...(isTTY === true ? { width: columns } : {}),
  });
}

/** Standard output stays open for whoever writes next. */
async function writeOut(pieces: Iterable<string>): Promise<void> {
  const source = Readable.from(pieces);
  source.pipe(process.stdout, { end: false });
  await finished(source);
}
