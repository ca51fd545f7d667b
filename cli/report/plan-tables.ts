import Table from "cli-table3";
import type { GroupOperation } from "../../fleet/plan/fleet-plan.ts";
import { counted } from "../../fleet/report/counted.ts";
import type { SharedFinding } from "../../fleet/report/findings.ts";
import { countedStacks } from "../../fleet/report/plan-totals.ts";
import { shownChange } from "../../fleet/report/shown-value.ts";
import { printable } from "../../model/printable.ts";
import type { Paint } from "./paint.ts";

const mostRows = 15;
const mostProperties = 6;

/** What happens to each resource of a group, in as many columns as the terminal has. */
export function operationsTable(operations: readonly GroupOperation[], columns: number, paint: Paint): string {
  if (operations.length === 0) return "";
  const table = tableOf(["change", "resource", "what changes"], [10, share(columns, 0.36)], columns);
  for (const operation of operations.slice(0, mostRows)) {
    const { op, name, type } = operation;
    table.push([colored(op, paint), `${printable(name)}\n${paint.dim(printable(type))}`, changesOf(operation, paint)]);
  }
  const left = operations.length - mostRows;
  return left > 0 ? `${table.toString()}\n${counted(left, "more resource")}` : table.toString();
}

/** What gates found. */
export function findingsTable(findings: readonly SharedFinding[], columns: number, paint: Paint): string {
  const table = tableOf(["verdict", "gate and resource", "why"], [10, share(columns, 0.36)], columns);
  for (const { verdict, gate, first, stacks, property, decidedBy } of findings.slice(0, mostRows)) {
    const where = [first.resource, property].filter((part) => part !== undefined).join(" ");
    const others = stacks.length > 1 ? `\nand in ${countedStacks(stacks.slice(1))} more` : "";
    const decided = decidedBy === undefined ? "" : `\n${paint.dim(printable(decidedBy))}`;
    table.push([
      verdict === "refused" ? paint.red(verdict) : paint.yellow(verdict),
      `${printable(gate)}\n${printable(where === "" ? first.stack : where)}${others}`,
      `${printable(first.reason)}${decided}`,
    ]);
  }
  const left = findings.length - mostRows;
  return left > 0 ? `${table.toString()}\n${counted(left, "more finding")}` : table.toString();
}

const share = (columns: number, part: number): number => Math.floor(columns * part);

/** A table as wide as the terminal: the last column takes what the others leave, and four borders. */
function tableOf(head: string[], widths: readonly number[], columns: number) {
  const rest = columns - widths.reduce((sum, width) => sum + width, 0) - 4;
  return new Table({
    head,
    colWidths: [...widths, rest],
    wordWrap: true,
    wrapOnWordBoundary: false,
    style: { head: [], border: [] },
  });
}

function colored(op: GroupOperation["op"], paint: Paint): string {
  if (op === "create") return paint.green(op);
  return op === "update" ? paint.yellow(op) : paint.red(op);
}

function changesOf({ properties, options, replacedWith, isDataBearing }: GroupOperation, paint: Paint): string {
  const changes = [...properties, ...options.map((option) => ({ ...option, path: `option ${option.option}` }))];
  const lines = changes.slice(0, mostProperties).map((change) => {
    const { before = "–", after = "–" } = shownChange(change, 60);
    const forced = "forcesReplace" in change && change.forcesReplace !== undefined ? paint.red(" forces it") : "";
    const decided =
      "decidedBy" in change && change.decidedBy !== undefined ? `\n  ${paint.dim(printable(change.decidedBy))}` : "";
    return `${printable(change.path)}: ${printable(before)} → ${printable(after)}${forced}${decided}`;
  });
  return [
    ...(isDataBearing ? [paint.red("holds data")] : []),
    ...lines,
    ...(changes.length > mostProperties
      ? [counted(changes.length - mostProperties, "more property", "more properties")]
      : []),
    ...(replacedWith === undefined ? [] : [`replaced along with ${printable(replacedWith.split("::").at(-1) ?? "")}`]),
  ].join("\n");
}
