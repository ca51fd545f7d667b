import type { z } from "zod";
import { describeIssue, type IssueDescription } from "../describe-issue.ts";
import type { Problem } from "../problems.ts";
import { type Path, valueAt } from "./leaves.ts";
import { type Override, shortPath } from "./override.ts";
import type { TenantSources } from "./sources.ts";

/** What the schema finds wrong with a merged configuration, at the override that brought it in, or else in the tier. */
export function findCheckedProblems(
  error: z.ZodError,
  configuration: unknown,
  overrides: readonly Override[],
  sources: TenantSources,
): readonly Problem[] {
  return error.issues.map((issue) => {
    const path = issue.path.map(String);
    const override = overrideNear(path, overrides);
    const description = describeIssue(issue, valueAt(configuration, path));
    return override
      ? overrideProblem(path, override, description)
      : { ...sources.tier.declared.placeOf(path), code: "TIER_VALUE_INVALID", path: path.join("."), ...description };
  });
}

function overrideProblem(path: Path, override: Override, description: IssueDescription): Problem {
  const base = {
    ...override.valuePlace,
    code: "TENANT_OVERRIDE_INVALID",
    path: `overrides.${override.written}`,
    ...description,
  };
  if (override.value === null) {
    const suggestion = "delete the line to have the tier's value";
    return { ...base, message: "cannot be removed: every tenant needs it", found: "null", suggestion };
  }
  const about = override.path.join(".") === path.join(".") ? "" : `${shortPath(path)} `;
  return { ...base, message: `${about}${description.message}` };
}

/** The override that shares most of `path`, at least the map that the value stands in. */
function overrideNear(path: readonly string[], overrides: readonly Override[]): Override | undefined {
  const shared = (override: Override) => {
    const differs = override.path.findIndex((key, index) => key !== path[index]);
    return differs < 0 ? override.path.length : differs;
  };
  const [best] = overrides.toSorted((one, other) => shared(other) - shared(one));
  return best && shared(best) >= Math.min(best.path.length, path.length) - 1 && shared(best) > 0 ? best : undefined;
}
