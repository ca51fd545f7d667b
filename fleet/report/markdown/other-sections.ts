import type { FleetPlan } from "../../plan/fleet-plan.ts";
import { counted, dollars, signedDollars, thousands } from "../counted.ts";
import { shortCommit } from "../next-command.ts";
import type { Detail, Shown } from "./detail.ts";
import { code, prose } from "./inert.ts";

/** Stacks that could not be planned. */
export function* failuresSection({ failures }: FleetPlan, detail: Detail, shown: Shown): Generator<string> {
  const listed = failures.slice(0, detail.findings);
  if (listed.length === 0) return;
  yield "\n### Could not be planned\n\n| stack | side | where | what is wrong |\n| --- | --- | --- | --- |\n";
  for (const { stack, side, place, message } of listed) {
    shown.failures += 1;
    yield `| ${code(stack, 60)} | ${side} | ${place === undefined ? "" : code(place, 120)} | ${prose(message)} |\n`;
  }
  const left = failures.length - listed.length;
  if (left > 0) yield `\n${counted(left, "more stack")}.\n`;
}

/** Tenants whose file got another name: one that goes and one that comes. */
export function* renamedSection({ renamed = [] }: FleetPlan, detail: Detail): Generator<string> {
  const listed = renamed.slice(0, Math.min(detail.findings, 20));
  if (listed.length === 0) return;
  yield "\nAn id never changes, so a renamed file is one tenant that goes and one that comes: ";
  yield listed.map(({ from, to }) => `${code(from, 60)} → ${code(to, 60)}`).join(", ");
  const left = renamed.length - listed.length;
  yield left > 0 ? ` and ${thousands(left)} more.\n` : ".\n";
}

/** What it costs, in list prices. */
export function* costSection({ cost }: FleetPlan): Generator<string> {
  const { low, typical, high } = cost.bands;
  yield "\n### Cost a month, in list prices\n\n| before | after | difference | with little use | usual | much |\n";
  yield "| ---: | ---: | ---: | ---: | ---: | ---: |\n";
  const amounts = [
    dollars(cost.base),
    dollars(cost.head),
    signedDollars(cost.delta),
    ...[low, typical, high].map(dollars),
  ];
  yield `| ${amounts.join(" | ")} |\n`;
  const unpriced = Object.entries(cost.unpriced).toSorted(([, one], [, other]) => other - one);
  if (unpriced.length === 0) return;
  const listed = unpriced.slice(0, 8).map(([type, count]) => `${thousands(count)} × ${code(type, 80)}`);
  const more = unpriced.length > 8 ? ` and ${counted(unpriced.length - 8, "more type")}` : "";
  yield `\nWithout a price, and so not in these sums: ${listed.join(", ")}${more}.\n`;
}

/** What was compared, and how. */
export function* effortSection({ base, head, effort }: FleetPlan): Generator<string> {
  const how =
    effort.mode === "exhaustive"
      ? "every tenant synthesised"
      : `${counted(effort.classes, "class", "classes")} of like tenants`;
  yield `\n<sub>${code(shortCommit(base), 60)} → ${code(shortCommit(head), 60)} · ${how}, `;
  yield `${counted(effort.synthesised, "stack")} synthesised · list prices · computed without a cloud</sub>\n`;
}
