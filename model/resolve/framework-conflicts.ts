import type { Problem } from "../problems.ts";
import type { Place } from "../provenance.ts";
import { showValue } from "../show-value.ts";
import { placeOfFramework } from "./demanded-frameworks.ts";
import { type DemandedFloor, describeDemand, isSatisfied, leastOf } from "./floors.ts";
import { type Path, valueAt } from "./leaves.ts";
import { type Override, shortPath } from "./override.ts";
import type { TenantSources } from "./sources.ts";

const erasure = "configuration.compliance.privacy.right_to_deletion";
/** Settings that say when data is deleted; a most of one of them demands that it is. */
const deletions = [
  "configuration.compliance.retention_days.user_data",
  "infrastructure.storage.lifecycle_policies.delete_after_days",
];
const lockPath = ["infrastructure", "storage", "object_lock"];
const code = "TENANT_FRAMEWORKS_CONFLICT";

/** Two demands of one setting that no value satisfies. */
export type Contradiction = readonly [DemandedFloor, DemandedFloor];

/**
 * Every two demands that no value of their setting satisfies both of, in the order in which frameworks are named. Of
 * numbers and ordered words it is enough to look at pairs: demands that overlap two by two overlap all together.
 */
export const contradictionsOf = (floors: readonly DemandedFloor[]): readonly Contradiction[] =>
  floors.flatMap((one, index) =>
    floors
      .slice(index + 1)
      .filter((other) => other.path === one.path && !isReconcilable(one, other))
      .map((other): Contradiction => [one, other]),
  );

const isReconcilable = (one: DemandedFloor, other: DemandedFloor): boolean =>
  [one, other].some(({ demand }) => isSatisfied(one, leastOf(demand)) && isSatisfied(other, leastOf(demand)));

/** What no configuration of the tenant can hold to: demands that exclude each other, and erasure of what is locked. */
export function findFrameworkConflicts(
  raised: unknown,
  floors: readonly DemandedFloor[],
  overrides: readonly Override[],
  sources: TenantSources,
): readonly Problem[] {
  return [
    ...contradictionsOf(floors).map((contradiction) => contradictionProblem(contradiction, sources)),
    ...findLockProblems(raised, floors, overrides, sources),
  ];
}

/** A framework's control, what it demands, why, and where to read it. */
const cite = ({ framework, path, control, demand, reason, source }: DemandedFloor): string =>
  `${framework.title} ${control} demands ${shortPath(path.split("."))}: ${describeDemand(demand)} (${reason}; ${source})`;

const at = ({ file, line, column }: Place) => `${file}:${line}:${column}`;

function contradictionProblem([one, other]: Contradiction, sources: TenantSources): Problem {
  return {
    ...placeOfFramework(sources, one.framework),
    code,
    path: "compliance",
    message: `no value satisfies both: ${cite(one)}, and ${cite(other)}, named at ${at(placeOfFramework(sources, other.framework))}`,
    found: `${describeDemand(one.demand)} and ${describeDemand(other.demand)}`,
    allowed: "frameworks that one value satisfies",
    suggestion: `leave out ${one.framework.id} or ${other.framework.id}, or split the tenant in two, one for each`,
  };
}

/**
 * Demands for deletion against a lock in compliance mode, which nobody can lift before its time, AWS included. A lock
 * in governance mode can be lifted by whoever may, so it excludes no erasure.
 *
 * Source: "Locking objects with Object Lock" of the S3 user guide.
 */
function findLockProblems(
  raised: unknown,
  floors: readonly DemandedFloor[],
  overrides: readonly Override[],
  sources: TenantSources,
): readonly Problem[] {
  if (valueAt(raised, [...lockPath, "mode"]) !== "compliance") return [];
  const lockedDays = Number(valueAt(raised, [...lockPath, "retention_days"]));
  return floors
    .filter((floor) => lockedDays > longestLockDays(floor))
    .map((floor) => ({
      ...placeOfFramework(sources, floor.framework),
      code,
      path: "compliance",
      message: `${cite(floor)}, and nobody can delete what is locked for ${lockedDays} days in mode compliance: ${whoLocks(floors, overrides, sources)}`,
      found: `${shortPath(lockPath)}: ${showValue(valueAt(raised, lockPath))}`,
      allowed: "object_lock in mode governance, which can be lifted for an erasure, or none",
      suggestion: `write mode: governance, leave out ${floor.framework.id}, or split the tenant in two`,
    }));
}

/** Days for which a floor lets data be locked: none at all where it demands erasure; all where it is about other things. */
function longestLockDays({ path, demand }: DemandedFloor): number {
  if (path === erasure && "value" in demand && demand.value === true) return 0;
  return deletions.includes(path) && "maximum" in demand ? demand.maximum : Number.POSITIVE_INFINITY;
}

/** Who demands the lock: a framework's control, or else the line that sets it. */
function whoLocks(floors: readonly DemandedFloor[], overrides: readonly Override[], sources: TenantSources): string {
  const modePath = [...lockPath, "mode"];
  const demanded = floors.find(({ path, demand }) => path === modePath.join(".") && leastOf(demand) === "compliance");
  if (demanded) return cite(demanded);
  const override = overrides.findLast(({ path }) => isAbove(path, modePath));
  return `${at(override?.valuePlace ?? sources.tier.declared.placeOf(modePath))} sets it`;
}

const isAbove = (path: Path, below: Path): boolean => path.every((key, index) => key === below[index]);
