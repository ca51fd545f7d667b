import type { Problem } from "../problems.ts";
import { isTemplate, renderText } from "../templates/render.ts";
import { templateVariables } from "../templates/variables.ts";
import { leavesOf, type Path, patchOf, valueAt } from "./leaves.ts";
import { mergePatch } from "./merge-patch.ts";
import type { Override } from "./override.ts";
import type { TenantSources, TierSource } from "./sources.ts";

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
  const value = templatePaths(tier).reduce((rendered, path) => {
    const found = supplied.has(path.join(".")) ? undefined : valueAt(merged, path);
    return found === undefined ? rendered : mergePatch(rendered, patchOf(path, renderValue(found, path, render)));
  }, merged);
  return { value, problems };
}

type DocumentPath = readonly (string | number)[];
type Render = (scalar: unknown, path: DocumentPath) => unknown;

/** A text, or a list's texts, put through `render`. */
const renderValue = (value: unknown, path: DocumentPath, render: Render): unknown =>
  Array.isArray(value) ? value.map((item, index) => renderValue(item, [...path, index], render)) : render(value, path);

/** The same for every tenant of a tier, so they are found once. */
const templatePathsOfTiers = new WeakMap<TierSource, readonly Path[]>();

/** Where a tier's values hold variables. */
function templatePaths(tier: TierSource): readonly Path[] {
  const earlier = templatePathsOfTiers.get(tier);
  if (earlier) {
    return earlier;
  }
  const paths = leavesOf(tier.declared.value)
    .filter(({ value }) => isTemplate(JSON.stringify(value) ?? ""))
    .map(({ path }) => path);
  templatePathsOfTiers.set(tier, paths);
  return paths;
}

function numberAt(configuration: unknown, path: Path): number {
  const value = valueAt(configuration, path);
  return typeof value === "number" && Number.isInteger(value) ? value : 0;
}
