import colors from "picocolors";
import type { ChangeGroup, FleetPlan } from "../../fleet/plan/fleet-plan.ts";
import { type Concern, isRefused } from "../../fleet/report/concerns.ts";
import { counted, dollars, firstOf, signedDollars, thousands } from "../../fleet/report/counted.ts";
import { dangerWords } from "../../fleet/report/danger-words.ts";
import { nextCommand, shortCommit } from "../../fleet/report/next-command.ts";
import { countedStacks, groupCounts, operationCounts, planTotals } from "../../fleet/report/plan-totals.ts";
import { type PlanVerdict, planVerdict } from "../../fleet/report/plan-verdict.ts";
import { printable } from "../../model/printable.ts";
import type { Paint } from "./paint.ts";
import { findingsTable, operationsTable } from "./plan-tables.ts";

export interface PlanTextOptions {
  /** Columns of the terminal. Default: 100, for a file or a log. */
  readonly width?: number;
  /** Default: no. */
  readonly isColored?: boolean;
}

/** Groups with a table; the others are counted. */
const mostGroups = 12;
const leastWidth = 60;

/** A plan in words for a person: the verdict first, then why, what changes by danger, cost, and what to type next. */
export function renderPlan(plan: FleetPlan, { width = 100, isColored = false }: PlanTextOptions = {}): string {
  const paint = colors.createColors(isColored);
  const columns = Math.max(leastWidth, width);
  const verdict = planVerdict(plan);
  const { command, purpose } = nextCommand(plan, verdict);
  const blocks = [
    [headline(verdict, paint), facts(plan)].join("\n"),
    verdict.concerns.map((concern) => concernLine(concern, paint)).join("\n"),
    ...plan.groups.slice(0, mostGroups).map((group) => groupBlock(group, columns, paint)),
    plan.groups.length > mostGroups
      ? `${counted(plan.groups.length - mostGroups, "more group")}: --output plan.json has all`
      : "",
    verdict.findings.length > 0 ? `${paint.bold("Gates")}\n${findingsTable(verdict.findings, columns, paint)}` : "",
    failureLines(plan, paint),
    costLines(plan, paint),
    `${paint.bold("Next")}  ${printable(command)}   ${paint.dim(purpose)}`,
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

function headline({ kind, title, because }: PlanVerdict, paint: Paint): string {
  const color = { safe: paint.green, "needs-approval": paint.yellow, "not-safe": paint.red }[kind];
  return `${paint.bold(color(title))}: ${because}`;
}

function facts(plan: FleetPlan): string {
  const { affected, affectedStacks, effort, base, head } = plan;
  const counts = operationCounts(planTotals(plan).operations);
  const shared = affectedStacks.length === 0 ? "" : ` and ${counted(affectedStacks.length, "shared stack")}`;
  return [
    `${thousands(affected.length)} of ${counted(effort.tenants, "tenant")}${shared} affected`,
    counts === "" ? "no resource changes" : `resources: ${counts}`,
  ]
    .join(" · ")
    .concat(`\n${printable(shortCommit(base))} → ${printable(shortCommit(head))}`);
}

function concernLine(concern: Concern, paint: Paint): string {
  const sign = isRefused(concern) ? paint.red("✗") : paint.yellow("!");
  return `  ${sign} ${concern.title} in ${countedStacks(concern.stacks)}: ${firstIds([...concern.stacks])}`;
}

/** The first three ids, and how many more there are: only those shown are read. */
const firstIds = (ids: readonly string[]): string =>
  ids.length > 3
    ? `${ids.slice(0, 3).map(printable).join(", ")} and ${thousands(ids.length - 3)} more`
    : ids.map(printable).join(", ");

function groupBlock(group: ChangeGroup, columns: number, paint: Paint): string {
  const { tenants, danger, predicted, isOffBoarding } = group;
  const title = isOffBoarding ? "Off-boarding asked for; no merge carries it out" : dangerWords[danger].title;
  const counts = operationCounts(groupCounts(group));
  const heading = [
    `${paint.bold(title)} in ${countedStacks(tenants)}: ${firstIds(tenants)}`,
    counts === "" ? "" : `· ${counts}`,
    predicted ? "· predicted from recorded outputs" : "",
  ];
  const table = operationsTable(group.operations, columns, paint);
  return [heading.filter((words) => words !== "").join(" "), table].filter((part) => part !== "").join("\n");
}

function failureLines({ failures }: FleetPlan, paint: Paint): string {
  if (failures.length === 0) return "";
  const lines = failures
    .slice(0, 20)
    .map(({ stack, side, place, message }) => `  ${printable(place ?? stack)} (${side}): ${printable(message)}`);
  const more = failures.length > 20 ? [`  ${counted(failures.length - 20, "more stack")}`] : [];
  return [paint.bold(paint.red("Could not be planned")), ...lines, ...more].join("\n");
}

function costLines({ cost }: FleetPlan, paint: Paint): string {
  const { low, typical, high } = cost.bands;
  const unpriced = Object.entries(cost.unpriced).map(([type, count]) => `${thousands(count)} × ${printable(type)}`);
  return [
    `${paint.bold("Cost a month")}  ${signedDollars(cost.delta)}  (${dollars(cost.base)} → ${dollars(cost.head)}, list prices)`,
    `  with little, usual and much use: ${dollars(low)}, ${dollars(typical)}, ${dollars(high)}`,
    ...(unpriced.length === 0 ? [] : [`  without a price, and so not in it: ${firstOf(unpriced, 3)}`]),
  ].join("\n");
}
