import type { FleetPlan } from "../../plan/fleet-plan.ts";
import type { Concern } from "../concerns.ts";
import { counted, dollars, signedDollars, thousands } from "../counted.ts";
import { nextCommand } from "../next-command.ts";
import { countedStacks, operationCounts, type PlanTotals } from "../plan-totals.ts";
import type { PlanVerdict } from "../plan-verdict.ts";
import { code } from "./inert.ts";

/** Lines for concerns, so that the head with the next command is ten lines at most. */
const mostConcerns = 4;

const signs = { safe: "✅", "needs-approval": "⚠️", "not-safe": "⛔" } as const;

/**
 * The hidden first line by which a comment is found again. `fleet` tells several fleets of one repository apart; the same
 * for the same fleet, always.
 */
export const planMarker = (fleet = "fleet"): string =>
  `<!-- tenantry:plan:${fleet.replaceAll(/[^A-Za-z0-9._]+/g, "-").slice(0, 80)} -->`;

/** What answers "safe to merge?": ten lines at most, the marker among them. */
export function headLines(
  plan: FleetPlan,
  verdict: PlanVerdict,
  totals: PlanTotals,
  fleet?: string,
): readonly string[] {
  const { command, purpose } = nextCommand(plan, verdict);
  return [
    planMarker(fleet),
    `## ${signs[verdict.kind]} ${verdict.title}: ${verdict.because}`,
    "",
    facts(plan, totals),
    "",
    ...concernLines(verdict.concerns),
    `- **Next**: ${code(command, 300)} ${purpose}`,
  ];
}

function facts({ affected, affectedStacks, effort, cost }: FleetPlan, { operations }: PlanTotals): string {
  const tenants = `**${thousands(affected.length)} of ${counted(effort.tenants, "tenant")}** affected`;
  const shared = affectedStacks.length === 0 ? "" : ` and ${counted(affectedStacks.length, "shared stack")}`;
  const resources = operationCounts(operations);
  const unpriced = Object.keys(cost.unpriced).length;
  return [
    `${tenants}${shared}`,
    resources === "" ? "no resource changes" : `resources: ${resources}`,
    `**${signedDollars(cost.delta)} a month** (${dollars(cost.base)} → ${dollars(cost.head)})`,
    ...(unpriced > 0 ? [`${counted(unpriced, "type")} without a price`] : []),
  ].join(" · ");
}

function concernLines(concerns: readonly Concern[]): readonly string[] {
  if (concerns.length <= mostConcerns) return concerns.map(concernLine);
  const others = concerns.slice(mostConcerns - 1);
  const also = others.map(({ title, stacks }) => `**${title}** (${countedStacks(stacks)})`).join(", ");
  return [...concerns.slice(0, mostConcerns - 1).map(concernLine), `- Also: ${also}`];
}

function concernLine({ title, stacks, findings, example }: Concern): string {
  const [first = ""] = stacks;
  const others = stacks.size > 1 ? ", …" : "";
  const what = example === undefined ? findingWords(findings) : exampleWords(example);
  const gates = verdicts(findings);
  return `- **${title}** in ${countedStacks(stacks)} (${code(first, 60)}${others})${what}${gates === "" ? "" : ` · ${gates}`}`;
}

function exampleWords({ operation, stack }: NonNullable<Concern["example"]>): string {
  const name = code(operation.name.replaceAll("{tenant}", stack), 90);
  const { op, properties } = operation;
  const forcing = properties.find(({ forcesReplace }) => forcesReplace !== undefined) ?? properties[0];
  return forcing === undefined ? `: ${op} ${name}` : `: ${op} ${name}, since ${code(forcing.path, 60)} changes`;
}

function findingWords([finding]: Concern["findings"]): string {
  const resource = finding?.first.resource;
  return resource === undefined ? "" : `: ${code(resource, 90)}`;
}

function verdicts(findings: Concern["findings"]): string {
  const names = (verdict: string) =>
    [...new Set(findings.filter((finding) => finding.verdict === verdict).map(({ gate }) => code(gate, 40)))].slice(
      0,
      3,
    );
  const refused = names("refused");
  const excepted = names("excepted");
  return [
    refused.length > 0 ? `refused by ${refused.join(", ")}` : "",
    excepted.length > 0 ? `excepted from ${excepted.join(", ")}` : "",
  ]
    .filter((words) => words !== "")
    .join(" · ");
}
