import type { ChangeGroup, DecidedChange, GroupOperation } from "../../plan/fleet-plan.ts";
import { counted } from "../counted.ts";
import { dangerWords } from "../danger-words.ts";
import { htmlName, htmlText } from "../html-text.ts";
import { countedStacks, groupCounts, operationCounts } from "../plan-totals.ts";
import { shownChange } from "../shown-value.ts";

/** More are counted: `plan.json` has all. */
const most = { operations: 100, properties: 20, ids: 200 } as const;

/** One group as a part that unfolds: what happens to which resource, and to whose. */
export function groupSection(group: ChangeGroup, isOpen: boolean): string {
  const { danger, tenants, operations, predicted, isOffBoarding } = group;
  const title = isOffBoarding ? "Off-boarding asked for; no merge carries it out" : dangerWords[danger].title;
  const counts = operationCounts(groupCounts(group));
  const heading = [`${title} in ${countedStacks(tenants)}`, counts, predicted ? "predicted from recorded outputs" : ""];
  const rows = operations.slice(0, most.operations).map(operationRow);
  const left = operations.length - rows.length;
  return [
    `<details data-danger="${danger}"${isOpen ? " open" : ""}>`,
    `<summary>${heading.filter((words) => words !== "").join(" · ")}</summary>`,
    `<p class="ids">${idList(tenants)}</p>`,
    rows.length === 0 ? "" : operationTable(rows),
    left > 0 ? `<p class="soft">${counted(left, "more resource")} in plan.json</p>` : "",
    "</details>",
  ].join("\n");
}

function idList(tenants: readonly string[]): string {
  const shown = tenants.slice(0, most.ids).map((id) => htmlName(id));
  const left = tenants.length - shown.length;
  return `${shown.join(" ")}${left > 0 ? ` and ${counted(left, "more stack")} in plan.json` : ""}`;
}

const operationTable = (rows: readonly string[]): string =>
  `<div class="scroll"><table><thead><tr><th>change</th><th>resource</th><th>what changes</th></tr></thead><tbody>${rows.join("")}</tbody></table></div>`;

function operationRow({ op, name, type, isDataBearing, properties, options, replacedWith }: GroupOperation): string {
  const changes: readonly DecidedChange[] = [
    ...properties,
    ...options.map(({ option, ...sides }) => ({ path: `option ${option}`, ...sides })),
  ];
  const lines = changes.slice(0, most.properties).map(changeLine);
  const left = changes.length - lines.length;
  const cells = [
    `<span class="${op === "delete" || op === "replace" ? "bad" : ""}">${op}</span>`,
    `${htmlName(name)}<br><span class="soft">${htmlText(type)}</span>`,
    [
      ...(isDataBearing ? ['<strong class="bad">holds data</strong>'] : []),
      ...lines,
      ...(left > 0 ? [counted(left, "more property", "more properties")] : []),
      ...(replacedWith === undefined ? [] : [`replaced along with ${htmlName(replacedWith.split("::").at(-1) ?? "")}`]),
    ].join("<br>"),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

function changeLine(change: DecidedChange): string {
  const { before, after } = shownChange(change, 160);
  const side = (text: string | undefined): string => (text === undefined ? "–" : htmlName(text));
  const forced = change.forcesReplace === undefined ? "" : ' <span class="bad">forces the replacement</span>';
  const decided = change.decidedBy === undefined ? "" : ` <span class="soft">${htmlText(change.decidedBy)}</span>`;
  return `${htmlName(change.path)}: ${side(before)} → ${side(after)}${forced}${decided}`;
}
