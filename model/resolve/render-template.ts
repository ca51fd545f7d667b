import type { Problem } from "../problems.ts";
import { isTemplate, renderText } from "../templates/render.ts";
import { templateVariables } from "../templates/variables.ts";
import { isMap, type Path, valueAt } from "./leaves.ts";
import type { Override } from "./override.ts";
import type { TenantSources } from "./sources.ts";

/**
 * `merged` with the variables of the tier's own values put in. What the tenant supplied is left as it stands, even
 * where it looks like a variable.
 */
export function renderTemplate(
  { spec, tier }: TenantSources,
  merged: unknown,
  overrides: readonly Override[],
): { readonly value: unknown; readonly problems: readonly Problem[] } {
  const variables = templateVariables({
    id: spec.id,
    name: spec.name,
    residency: spec.residency,
    created: spec.created,
    trialDays: numberAt(merged, ["lifecycle", "trial_days"]),
    subscriptionMonths: numberAt(merged, ["lifecycle", "subscription_months"]),
  });
  const supplied = new Set(overrides.map(({ path }) => path.join(".")));
  const problems: Problem[] = [];
  const render = (value: unknown, path: DocumentPath): unknown => {
    if (typeof value !== "string" || !isTemplate(value)) {
      return value;
    }
    const rendering = renderText(value, variables);
    if (rendering.kind === "rendered") {
      return rendering.text;
    }
    const place = tier.declared.placeOf(path);
    problems.push(...rendering.problems.map((problem) => ({ ...place, path: path.join("."), ...problem })));
    return value;
  };
  return { value: mapScalars(merged, [], supplied, render), problems };
}

type DocumentPath = readonly (string | number)[];

/** `value` with every scalar put through `map`; what stands at one of the `kept` paths stays as it is. */
function mapScalars(
  value: unknown,
  path: DocumentPath,
  kept: ReadonlySet<string>,
  map: (scalar: unknown, path: DocumentPath) => unknown,
): unknown {
  if (kept.has(path.join("."))) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => mapScalars(item, [...path, index], kept, map));
  }
  if (!isMap(value)) {
    return map(value, path);
  }
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, inner]) => [key, mapScalars(inner, [...path, key], kept, map)]));
}

function numberAt(configuration: unknown, path: Path): number {
  const value = valueAt(configuration, path);
  return typeof value === "number" && Number.isInteger(value) ? value : 0;
}
