import { isMap, leavesOf } from "../../model/resolve/leaves.ts";
import type { ExplainedTenant } from "./explained-tenant.ts";
import { choicesAt, otherValues } from "./other-values.ts";
import type { Setting } from "./setting.ts";
import { schemas, variantPlan, withValue } from "./variant.ts";

/** Most values of one setting that are tried: enough for a rounding step up and down, or for each word of a list. */
const mostValues = 6;

/** Other values of a setting, in the order in which they are tried. */
export function valuesToTry(explained: ExplainedTenant, setting: Setting): readonly unknown[] {
  if (isMap(setting.value)) return combined(explained, setting, setting.value);
  const choices = [...choicesAt(schemas[setting.source], setting.path), ...offered(explained, setting)];
  return otherValues(setting.value, choices).slice(0, mostValues);
}

/** Tiers on offer are words that no schema lists. */
const offered = ({ tiers }: ExplainedTenant, { source, path }: Setting): readonly string[] =>
  source === "tenant" && path.join(".") === "tier" ? [...tiers.sources.keys()] : [];

/** A map with every value below it changed at once, each to the first that can be planned; none where none can. */
function combined(explained: ExplainedTenant, setting: Setting, map: object): readonly unknown[] {
  const changed = leavesOf(map).reduce<unknown>((value, leaf) => {
    const path = [...setting.path, ...leaf.path];
    const taken = otherValues(leaf.value, choicesAt(schemas[setting.source], path)).find(
      (other) => variantPlan(explained, { ...setting, path, value: leaf.value }, other) !== undefined,
    );
    return taken === undefined ? value : withValue(value, leaf.path, taken);
  }, map);
  return changed === map ? [] : [changed];
}
