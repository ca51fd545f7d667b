import type { Problem } from "../problems.ts";
import { showValue } from "../show-value.ts";
import { placeOfFramework } from "./demanded-frameworks.ts";
import { conflictingFloors, type DemandedFloor, describeDemand, isSatisfied } from "./floors.ts";
import { valueAt } from "./leaves.ts";
import { type Override, shortPath } from "./override.ts";
import type { TenantSources } from "./sources.ts";

/** Overrides below what a framework demands, and frameworks whose demands exclude each other. */
export function findFloorProblems(
  merged: unknown,
  raised: unknown,
  floors: readonly DemandedFloor[],
  overrides: readonly Override[],
  sources: TenantSources,
): readonly Problem[] {
  const weakened = overrides.flatMap((override) =>
    floors
      .filter(({ path }) => path === override.path.join("."))
      .filter((floor) => !isSatisfied(floor, valueAt(merged, override.path)))
      .map((floor) => weakenedProblem(override, floor, sources)),
  );
  const isWeakened = (floor: DemandedFloor) => overrides.some(({ path }) => path.join(".") === floor.path);
  const conflicts = conflictingFloors(raised, floors)
    .filter((floor) => !isWeakened(floor))
    .map((floor) => conflictProblem(floor, raised, sources));
  return [...weakened, ...conflicts];
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

const conflictProblem = (floor: DemandedFloor, raised: unknown, sources: TenantSources): Problem => ({
  ...placeOfFramework(sources, floor.framework),
  code: "TENANT_FRAMEWORKS_CONFLICT",
  path: "compliance",
  message: `${floor.framework.title} ${floor.control} demands ${shortPath(floor.path.split("."))}: ${describeDemand(floor.demand)}, which another framework of the tenant excludes`,
  found: showValue(valueAt(raised, floor.path.split("."))),
  allowed: describeDemand(floor.demand),
  suggestion: "split the tenant in two, one for each framework",
});
