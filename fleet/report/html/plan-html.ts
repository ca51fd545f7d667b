import { createHash } from "node:crypto";
import { type Danger, dangers, type FleetPlan } from "../../plan/fleet-plan.ts";
import { isRefused } from "../concerns.ts";
import { counted, dollars, signedDollars, thousands } from "../counted.ts";
import { dangerWords } from "../danger-words.ts";
import type { SharedFinding } from "../findings.ts";
import { htmlName, htmlText } from "../html-text.ts";
import { nextCommand, shortCommit } from "../next-command.ts";
import { countedStacks } from "../plan-totals.ts";
import { type PlanVerdict, planVerdict } from "../plan-verdict.ts";
import { dangerBars } from "./danger-bars.ts";
import { groupSection } from "./group-section.ts";
import { pageScript } from "./page-script.ts";
import { pageStyle } from "./page-style.ts";

/** More are counted: `plan.json` has all. */
const most = { groups: 300, findings: 300, failures: 300 } as const;

/**
 * A plan as one page that can be mailed and kept: it loads nothing and sends nothing (its own policy forbids it), is
 * whole without JavaScript, and with it can be narrowed to a danger or a text. What a file says is text in it, never
 * HTML. Its size is bounded: long lists are cut, with how many are left.
 */
export function planHtml(plan: FleetPlan): string {
  const verdict = planVerdict(plan);
  const title = `${verdict.title}: ${verdict.because}`;
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    `<style>${pageStyle}</style>`,
    "</head>",
    "<body>",
    head(plan, verdict),
    groupsPart(plan),
    gatesPart(verdict.findings),
    failuresPart(plan),
    costPart(plan),
    `<script>${pageScript}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** Nothing is loaded; only the page's own script and style may run. */
const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policy = `default-src 'none'; style-src ${hashOf(pageStyle)}; script-src ${hashOf(pageScript)}; base-uri 'none'; form-action 'none'`;

const colours = { safe: "good", "needs-approval": "warn", "not-safe": "bad" } as const;

function head(plan: FleetPlan, verdict: PlanVerdict): string {
  const { affected, affectedStacks, effort, base, head: commit } = plan;
  const { command, purpose } = nextCommand(plan, verdict);
  const shared = affectedStacks.length === 0 ? "" : ` and ${counted(affectedStacks.length, "shared stack")}`;
  const concerns = verdict.concerns.map(
    (concern) =>
      `<li><strong class="${isRefused(concern) ? "bad" : "warn"}">${concern.title}</strong> in ${countedStacks(concern.stacks)}</li>`,
  );
  return [
    "<header>",
    `<h1><span class="${colours[verdict.kind]}">${verdict.title}</span>: ${verdict.because}</h1>`,
    `<p class="facts">${thousands(affected.length)} of ${counted(effort.tenants, "tenant")}${shared} affected · ${htmlName(shortCommit(base))} → ${htmlName(shortCommit(commit))} · ${signedDollars(plan.cost.delta)} a month</p>`,
    concerns.length === 0 ? "" : `<ul>${concerns.join("")}</ul>`,
    `<p>Next: ${htmlName(command)} <span class="soft">${purpose}</span></p>`,
    "</header>",
  ].join("\n");
}

function groupsPart(plan: FleetPlan): string {
  const { groups } = plan;
  if (groups.length === 0) return "";
  const present = dangers.filter((danger) => groups.some((group) => group.danger === danger));
  const option = (danger: Danger): string => `<option value="${danger}">${dangerWords[danger].title}</option>`;
  const left = groups.length - most.groups;
  return [
    "<main>",
    "<h2>What changes</h2>",
    dangerBars(plan),
    `<form hidden><label>Text <input name="text" type="search"></label><label>Danger <select name="danger"><option value="">any</option>${present.map(option).join("")}</select></label><output aria-live="polite"></output></form>`,
    ...groups.slice(0, most.groups).map((group, index) => groupSection(group, index === 0)),
    left > 0 ? `<p class="soft">${counted(left, "more group")} in plan.json</p>` : "",
    "</main>",
  ].join("\n");
}

function gatesPart(findings: readonly SharedFinding[]): string {
  if (findings.length === 0) return "";
  const rows = findings.slice(0, most.findings).map(({ verdict, gate, stacks, first, property, reason, decidedBy }) => {
    const where = [first.resource ?? first.stack, property].filter((part) => part !== undefined).join(" ");
    const decided = decidedBy === undefined ? "" : `<br><span class="soft">${htmlText(decidedBy)}</span>`;
    return `<tr><td class="${verdict === "refused" ? "bad" : "warn"}">${verdict}</td><td>${htmlName(gate)}</td><td>${htmlName(where)}<br><span class="soft">${countedStacks(stacks)}</span></td><td>${htmlText(reason, 600)}${decided}</td></tr>`;
  });
  const left = findings.length - rows.length;
  const table = `<div class="scroll"><table><thead><tr><th>verdict</th><th>gate</th><th>where</th><th>why</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
  return `<h2>Gates</h2>\n${table}${left > 0 ? `<p class="soft">${counted(left, "more finding")} in plan.json</p>` : ""}`;
}

function failuresPart({ failures }: FleetPlan): string {
  if (failures.length === 0) return "";
  const items = failures
    .slice(0, most.failures)
    .map(
      ({ stack, side, place, message }) => `<li>${htmlName(place ?? stack)} (${side}): ${htmlText(message, 600)}</li>`,
    );
  const left = failures.length - items.length;
  return `<h2 class="bad">Could not be planned</h2>\n<ul>${items.join("")}</ul>${left > 0 ? `<p class="soft">${counted(left, "more stack")} in plan.json</p>` : ""}`;
}

function costPart({ cost }: FleetPlan): string {
  const { base, head: after, delta, bands, unpriced } = cost;
  const cells = [base, after]
    .map(dollars)
    .concat(signedDollars(delta), [bands.low, bands.typical, bands.high].map(dollars));
  const without = Object.entries(unpriced).map(([type, count]) => `${thousands(count)} × ${htmlName(type)}`);
  return [
    "<h2>Cost a month, list prices</h2>",
    `<div class="scroll"><table><thead><tr><th>before</th><th>after</th><th>difference</th><th>little use</th><th>usual use</th><th>much use</th></tr></thead><tbody><tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr></tbody></table></div>`,
    without.length === 0 ? "" : `<p class="soft">Without a price, and so not in it: ${without.join(", ")}</p>`,
  ].join("\n");
}
