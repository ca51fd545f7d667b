import { showPlace } from "../../fleet/explain/decided-by.ts";
import type { FrameworkDemand } from "../../fleet/explain/demands.ts";
import type { SettingExplanation } from "../../fleet/explain/explain-setting.ts";
import type { Overview, SettingLine } from "../../fleet/explain/overview.ts";
import { printable } from "../../model/printable.ts";
import { showValue } from "../../model/show-value.ts";
import { useLines } from "./resource-uses.ts";

/** A value in a line, safe for a terminal. */
export const shown = (value: unknown): string => (value === undefined ? "(removed)" : printable(showValue(value)));

/** Rows with their cells one below the other; the last cell is as long as it is. */
export function columns(rows: readonly (readonly string[])[], indent = "  "): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row) =>
    `${indent}${row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join("  ")}`.trimEnd(),
  );
}

/** Words the explanation of one setting for a person. */
export function renderSetting(explanation: SettingExplanation): string {
  const { tenant, path, value, chain, demands, arithmetic } = explanation;
  const layers = chain.map((link) => [
    link.layer,
    shown(link.value),
    `${showPlace(link)}${link.reason === undefined ? "" : `  ${link.reason}`}`,
  ]);
  return [
    `${printable(tenant)}: ${printable(path)} = ${shown(value)}`,
    "",
    "Layers, the weakest first; the last decides",
    ...columns(layers),
    ...demandLines(demands),
    ...section(
      "What API Gateway is told, and who holds it",
      arithmetic.map((line) => `  ${line}`),
    ),
    ...usesOf(explanation),
  ].join("\n");
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ["", title, ...lines];

const effects: Readonly<Record<FrameworkDemand["effect"], string>> = {
  raised: "raised the value",
  met: "is met",
  exceeded: "is exceeded",
};

function demandLines(demands: readonly FrameworkDemand[]): readonly string[] {
  const lines = demands.flatMap(({ title, control, demand, reason, source, place, effect }) => [
    `  ${title} ${control}: ${demand}; ${effects[effect]}`,
    `      ${reason} (${source}); named at ${showPlace(place)}`,
  ]);
  return section(
    demands.length > 1 ? "Demanded by frameworks, the strictest first: it decides" : "Demanded by a framework",
    lines,
  );
}

function usesOf(explanation: SettingExplanation): readonly string[] {
  const { uses, cellUses, cellStack, tried, refused, idle, conditions } = explanation;
  if (idle !== undefined) return ["", `Nothing acts on it: ${idle}.`];
  const found = `found by planning it with ${tried.map(shown).join(", ")} instead`;
  const nothing = tried.length === 0 ? untriable(refused) : "Nothing of the tenant's own follows it as things are.";
  const under = conditions.map(({ setting, value }) => `  ${setting}: ${shown(value)}`);
  return [
    ...section(
      uses.length === 0 ? nothing : `Followed by ${counted(uses.length, "resource")}, ${found}`,
      uses.length === 0 ? [] : useLines(uses),
    ),
    ...(uses.length === 0 ? ["", nothing] : []),
    ...section("It would act with", under),
    ...section(`In ${cellStack}, by what the tier says, for everybody of the tier in it`, useLines(cellUses)),
  ];
}

const untriable = (refused: readonly unknown[]): string =>
  refused.length === 0
    ? "What follows it cannot be found by trying: no other value is known."
    : `What follows it cannot be found by trying: ${refused.map(shown).join(", ")} are refused for this tenant.`;

/** `1 resource`, `4 resources`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

const lineRow = ({ path, value, tierValue, decided }: SettingLine): readonly string[] => [
  printable(path),
  shown(value),
  tierValue === undefined || decided.layer === "tier" ? "" : `tier: ${shown(tierValue)}`,
  `${decided.layer}${decided.reason === undefined ? "" : ` ${decided.reason}`}`,
  showPlace(decided),
];

/** Settings one below the other. */
export const renderSettings = (lines: readonly SettingLine[]): string => columns(lines.map(lineRow)).join("\n");

/** Words where a tenant differs from its tier, and how to go on. */
export function renderOverview({ tenant, tier, settings, differing }: Overview): string {
  const example = differing[0]?.path ?? "limits.max_users";
  return [
    `${tenant}: ${settings} settings, ${differing.length} of them other than tier ${tier} has them`,
    ...(differing.length === 0 ? [] : ["", renderSettings(differing), ""]),
    `One setting, with all that follows it:  tenantry explain ${tenant} ${example}`,
    `All below a path:                       tenantry explain ${tenant} security`,
    `Which lines decide a resource:          tenantry explain ${tenant} --resource <logical name or URN>`,
  ].join("\n");
}
