import { showPlace } from "../../fleet/explain/decided-by.ts";
import type { Decision, ResourceExplanation } from "../../fleet/explain/explain-resource.ts";
import { showProperty } from "../../fleet/explain/property-values.ts";
import { settingName } from "../../fleet/explain/setting.ts";
import { printable } from "../../model/printable.ts";
import { columns, shown } from "./explain.ts";
import { propertyLines, typeName } from "./resource-uses.ts";

/** `limits.max_users = 500`, and where it stands. */
const settingRow = ({ setting }: Decision): readonly string[] => [
  showPlace(setting.place),
  `${printable(settingName(setting))} = ${shown(setting.value)}`,
];

/** Words for a person which lines decide a resource, and which of them decides which property. */
export function renderResource({ tenant, resource, decisions, undecided, untried }: ResourceExplanation): string {
  const presence = decisions.filter(({ isPresence }) => isPresence);
  const options = decisions.filter((decision) => decision.options.length > 0);
  return [
    `${printable(tenant)}: ${typeName(resource.type)} ${printable(resource.name)}`,
    printable(resource.urn),
    ...section("It is there because of", columns(presence.map(settingRow))),
    ...byProperty(decisions),
    ...section("Its options follow", columns(options.map((one) => [...settingRow(one), one.options.join(", ")]))),
    ...section(
      "No line decides (the program, the cell's stack or the cloud does)",
      propertyLines(undecided).map((line) => `  ${line}`),
    ),
    ...section(
      "Not known, since every other value is refused for this tenant",
      columns(untried.map((setting) => [showPlace(setting.place), printable(settingName(setting))])),
    ),
  ].join("\n");
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ["", title, ...lines];

/** Properties that the same lines decide stand together. */
function byProperty(decisions: readonly Decision[]): readonly string[] {
  const lines = new Map<string, Decision[]>();
  for (const decision of decisions) {
    for (const property of decision.properties) {
      const key = showProperty(property);
      lines.set(key, [...(lines.get(key) ?? []), decision]);
    }
  }
  const groups = Map.groupBy(lines.keys(), (property) =>
    (lines.get(property) ?? []).map(({ setting }) => showPlace(setting.place)).join(),
  );
  return [...groups.values()].flatMap((properties) => [
    "",
    ...shortened(properties),
    ...columns((lines.get(properties[0] ?? "") ?? []).map(settingRow)),
  ]);
}

const mostProperties = 8;

function shortened(properties: readonly string[]): readonly string[] {
  const more = properties.length - mostProperties;
  const lines = properties.slice(0, mostProperties).map((property) => printable(property));
  return more > 0 ? [...lines, `and ${more} more; --json lists them all`] : lines;
}
