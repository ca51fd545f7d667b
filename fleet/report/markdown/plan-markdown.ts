import type { FleetPlan } from "../../plan/fleet-plan.ts";
import { counted } from "../counted.ts";
import type { SharedFinding } from "../findings.ts";
import { type PlanTotals, planTotals } from "../plan-totals.ts";
import { planVerdict } from "../plan-verdict.ts";
import { confirmationSection } from "./confirmation-section.ts";
import { type Detail, details, Shown } from "./detail.ts";
import { diagram, isWorthADiagram } from "./diagram.ts";
import { findingsSection } from "./findings-section.ts";
import { groupsSection } from "./groups-section.ts";
import { headLines } from "./head.ts";
import { costSection, effortSection, failuresSection, renamedSection } from "./other-sections.ts";

export interface MarkdownOptions {
  /** Bytes of UTF-8 that the comment may have. Default: 60,000, of GitHub's 65,536 characters. At least 20,000. */
  readonly maximumBytes?: number;
  /** Where the whole plan can be fetched; absent: the comment names the command that writes it. */
  readonly artifactUrl?: string;
  /** Tells several fleets of one repository apart, so that each edits its own comment. Default: `fleet`. */
  readonly fleet?: string;
}

const leastBytes = 20_000;

/**
 * A plan as one comment on a pull request. It begins with the hidden line of `planMarker`, answers "safe to merge?" in
 * its first ten lines, and keeps to `maximumBytes` whatever the fleet: diagrams go first, then differences of properties,
 * then rows; what is left out is said with its count.
 *
 * @throws RangeError for fewer bytes than the head alone may need.
 */
export function planMarkdown(plan: FleetPlan, options: MarkdownOptions = {}): string {
  const { maximumBytes = 60_000, artifactUrl, fleet } = options;
  if (maximumBytes < leastBytes)
    throw new RangeError(`A comment needs ${leastBytes} bytes; ${maximumBytes} are allowed.`);
  const totals = planTotals(plan);
  const verdict = planVerdict(plan);
  const { findings } = verdict;
  const head = `${headLines(plan, verdict, totals, fleet).join("\n")}\n`;
  for (const detail of details) {
    const shown = new Shown();
    const room = maximumBytes - Buffer.byteLength(head) - noticeBytes;
    const body = within(room, sections(plan, findings, detail, shown));
    if (body !== undefined) return `${head}${notice(plan, findings, totals, shown, artifactUrl)}${body}`;
  }
  return head;
}

/** Kept free for what says what is left out, address of the artifact included. */
const noticeBytes = 4_000;

function* sections(
  plan: FleetPlan,
  findings: readonly SharedFinding[],
  detail: Detail,
  shown: Shown,
): Generator<string> {
  yield* findingsSection(findings, detail, shown);
  yield* confirmationSection(plan, detail);
  yield* failuresSection(plan, detail, shown);
  yield* renamedSection(plan, detail);
  if (detail.diagram) yield* diagram(plan, shown);
  yield* groupsSection(plan.groups, detail, shown);
  yield* costSection(plan);
  yield* effortSection(plan);
}

/** The pieces as one text; undefined as soon as they are too many, so that no fleet makes a text that is thrown away. */
function within(bytes: number, pieces: Iterable<string>): string | undefined {
  const kept: string[] = [];
  let left = bytes;
  for (const piece of pieces) {
    left -= Buffer.byteLength(piece);
    if (left < 0) return undefined;
    kept.push(piece);
  }
  return kept.join("");
}

function notice(
  plan: FleetPlan,
  findings: readonly SharedFinding[],
  totals: PlanTotals,
  shown: Shown,
  artifactUrl: string | undefined,
): string {
  const missing = [
    isWorthADiagram(plan) && shown.diagrams === 0 ? "the diagram" : "",
    left(totals.properties - shown.properties, "difference of a property", "differences of properties"),
    left(totals.rows - shown.rows, "row"),
    left(plan.groups.length - shown.groups, "group"),
    left(findings.length - shown.findings, "finding"),
    left(plan.failures.length - shown.failures, "failure"),
  ].filter((words) => words !== "");
  const whole = wholePlan(artifactUrl);
  return missing.length === 0 ? `\n${whole}\n` : `\nLeft out to fit: ${missing.join(", ")}. ${whole}\n`;
}

const left = (count: number, noun: string, plural?: string): string => (count > 0 ? counted(count, noun, plural) : "");

/** Only a web address is made a link, with whatever could end it encoded. */
function wholePlan(artifactUrl: string | undefined): string {
  const url = artifactUrl === undefined ? null : URL.parse(artifactUrl);
  const isLink = url !== null && /^https?:$/.test(url.protocol) && url.href.length <= 1_000;
  return isLink
    ? `[The whole plan](<${url.href.replace(/[<>\\|`]/g, encodeURIComponent)}>).`
    : "The whole plan: `--output plan.json`.";
}
