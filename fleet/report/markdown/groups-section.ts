import type { ChangeGroup, DecidedChange, GroupOperation } from "../../plan/fleet-plan.ts";
import { counted, thousands } from "../counted.ts";
import { dangerWords } from "../danger-words.ts";
import { htmlName } from "../html-text.ts";
import { countedStacks, groupCounts, operationCounts } from "../plan-totals.ts";
import { shownChange } from "../shown-value.ts";
import type { Detail, Shown } from "./detail.ts";
import { code } from "./inert.ts";

/** Ids of a group that are written out; the artifact has all. */
const mostIds = 5;

/** The groups, most dangerous first, each folded with a table of what it does. */
export function* groupsSection(groups: readonly ChangeGroup[], detail: Detail, shown: Shown): Generator<string> {
  const listed = groups.slice(0, detail.groups);
  if (listed.length === 0) return;
  yield "\n### Changes\n";
  for (const group of listed) {
    shown.groups += 1;
    yield* groupDetails(group, detail, shown);
  }
  const left = groups.length - listed.length;
  if (left > 0) yield `\n${counted(left, "more group")}.\n`;
}

function* groupDetails(group: ChangeGroup, detail: Detail, shown: Shown): Generator<string> {
  yield `\n<details><summary>${summaryOf(group)}</summary>\n`;
  if (detail.rows > 0) yield* rows(group, detail, shown);
  yield "\n</details>\n";
}

function summaryOf(group: ChangeGroup): string {
  const { tenants, operations, danger, predicted, isOffBoarding } = group;
  const ids = tenants.slice(0, mostIds).map((id) => htmlName(id, 60));
  const others = tenants.length > mostIds ? ` and ${thousands(tenants.length - mostIds)} more` : "";
  const changes = counted(operations.length, "change");
  const same = tenants.length === 1 ? changes : operations.length === 1 ? "the same change" : `the same ${changes}`;
  const title = isOffBoarding ? "Off-boarding asked for; no merge carries it out" : dangerWords[danger].title;
  const counts = operationCounts(groupCounts(group));
  return [
    `<b>${title}</b>`,
    `${same} in ${countedStacks(tenants)}: ${ids.join(", ")}${others}`,
    ...(counts === "" ? [] : [counts]),
    ...(predicted ? ["predicted from recorded outputs"] : []),
  ].join(" · ");
}

function* rows({ operations }: ChangeGroup, detail: Detail, shown: Shown): Generator<string> {
  const creations = Map.groupBy(
    operations.filter(({ op }) => op === "create"),
    ({ type }) => type,
  );
  const others = operations.filter(({ op }) => op !== "create");
  const listed = others.slice(0, detail.rows);
  yield "\n| change | resource | property | before | after | decided by |\n| --- | --- | --- | --- | --- | --- |\n";
  for (const operation of listed) {
    shown.rows += 1;
    yield* operationRows(operation, detail, shown);
  }
  for (const [type, created] of [...creations].slice(0, detail.rows)) {
    shown.rows += created.length;
    yield creationRow(type, created);
  }
  const left = others.length - listed.length + [...creations.values()].slice(detail.rows).flat().length;
  if (left > 0) yield `\n${counted(left, "more resource")}.\n`;
}

function creationRow(type: string, created: readonly GroupOperation[]): string {
  const names = created.slice(0, 3).map(({ name }) => code(name, 90));
  const others = created.length > 3 ? ` and ${created.length - 3} more` : "";
  const count = created.length > 1 ? `${created.length} × ` : "";
  return `| create | ${count}${code(type, 80)}: ${names.join(", ")}${others} | | | | |\n`;
}

function* operationRows(operation: GroupOperation, detail: Detail, shown: Shown): Generator<string> {
  const { properties, options, name, type } = operation;
  const resource = `${code(name, 90)} ${code(type, 80)}${why(operation)}`;
  const changes = [
    ...properties.map((change) => propertyCells(change, detail.value)),
    ...options.map((change) => propertyCells({ ...change, path: `option ${change.option}` }, detail.value)),
  ];
  const listed = changes.slice(0, detail.properties);
  shown.properties += listed.length;
  const left = changes.length - listed.length;
  const more = left > 0 && detail.properties > 0 ? ` (${counted(left, "more property", "more properties")})` : "";
  const [first = " | | | "] = listed;
  yield `| ${operation.op} | ${resource}${more} | ${first} |\n`;
  for (const cells of listed.slice(1)) yield `| | | ${cells} |\n`;
}

function why({ replacedWith, isDataBearing, isRetained, deletesFirst }: GroupOperation): string {
  const words = [
    isDataBearing ? "holds data" : "",
    isRetained ? "the cloud keeps the old one" : "",
    deletesFirst ? "the old one goes first" : "",
    replacedWith === undefined ? "" : `replaced along with ${code(replacedWith.split("::").at(-1) ?? "", 90)}`,
  ].filter((clause) => clause !== "");
  return words.length === 0 ? "" : `, ${words.join(", ")}`;
}

function propertyCells(change: DecidedChange, most: number): string {
  const { before, after } = shownChange(change, most);
  const forced = change.forcesReplace === undefined ? "" : " **forces it**";
  const decided = change.decidedBy === undefined ? "" : code(change.decidedBy, 120);
  return `${code(change.path, 90)}${forced} | ${side(before)} | ${side(after)} | ${decided}`;
}

const side = (text: string | undefined): string => (text === undefined ? "–" : code(text, 200));
