import type { Problem } from "../problems.ts";
import { showValue } from "../show-value.ts";
import { placeOfFramework } from "./demanded-frameworks.ts";
import { type DemandedFloor, describeDemand, isSatisfied } from "./floors.ts";
import { contradictionsOf, findFrameworkConflicts } from "./framework-conflicts.ts";
import { valueAt } from "./leaves.ts";
import type { Override } from "./override.ts";
import type { TenantSources } from "./sources.ts";

/** Overrides below what a framework demands, and frameworks whose demands exclude each other. */
export function findFloorProblems(
  merged: unknown,
  raised: unknown,
  floors: readonly DemandedFloor[],
  overrides: readonly Override[],
  sources: TenantSources,
): readonly Problem[] {
  // What no value satisfies, no override weakens.
  const excluded = new Set(contradictionsOf(floors).map(([{ path }]) => path));
  const weakened = overrides.flatMap((override) =>
    floors
      .filter(({ path }) => path === override.path.join(".") && !excluded.has(path))
      .filter((floor) => !isSatisfied(floor, valueAt(merged, override.path)))
      .map((floor) => weakenedProblem(override, floor, sources)),
  );
  return [...weakened, ...findFrameworkConflicts(raised, floors, overrides, sources)];
}

function weakenedProblem(override: Override, floor: DemandedFloor, sources: TenantSources): Problem {
  const demanded = placeOfFramework(sources, floor.framework);
  return {
    ...override.valuePlace,
    code: "TENANT_FLOOR_WEAKENED",
    path: `overrides.${override.written}`,
    message: `is weaker than ${floor.framework.title} ${floor.control} demands (${floor.reason}); the framework is named at ${demanded.file}:${demanded.line}:${demanded.column}`,
    found: showValue(override.value),
    allowed: describeDemand(floor.demand),
    suggestion: `write ${describeDemand(floor.demand).replace(/^at (least|most) /, "")} or delete the line; the framework raises the tier's value by itself`,
  };
}
