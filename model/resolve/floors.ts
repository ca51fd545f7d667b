import type { Demand, Floor, Framework } from "../framework.ts";
import { isMap, patchOf, valueAt } from "./leaves.ts";
import { mergePatch } from "./merge-patch.ts";
import { orders } from "./orders.ts";

/** A floor with the framework that demands it. */
export interface DemandedFloor extends Floor {
  readonly framework: Framework;
}

/** Every floor of these frameworks. */
export const floorsOf = (frameworks: readonly Framework[]): readonly DemandedFloor[] =>
  frameworks.flatMap((framework) => framework.floors.map((floor) => ({ ...floor, framework })));

/** Whether `value` at the floor's path is what the control demands, or more. */
export function isSatisfied({ path, demand }: Pick<Floor, "path" | "demand">, value: unknown): boolean {
  if ("value" in demand) {
    return value === demand.value;
  }
  if ("maximum" in demand) {
    return typeof value === "number" && value <= demand.maximum;
  }
  const order = orders[path];
  if (order) {
    return order.indexOf(String(value)) >= order.indexOf(String(demand.minimum));
  }
  return value === "unlimited" || (typeof value === "number" && value >= Number(demand.minimum));
}

/** The weakest value that satisfies a demand. */
export const leastOf = (demand: Demand): number | string | boolean => {
  if ("value" in demand) {
    return demand.value;
  }
  return "maximum" in demand ? demand.maximum : demand.minimum;
};

/** `configuration` with the value of each floor that it does not satisfy raised to the weakest that does. */
export function raiseToFloors(configuration: unknown, floors: readonly DemandedFloor[]): unknown {
  return floors.reduce((raised, floor) => {
    const path = floor.path.split(".");
    return isSatisfied(floor, valueAt(raised, path))
      ? raised
      : mergePatch(raised, patchOf(path, leastOf(floor.demand)));
  }, configuration);
}

/** Floors that are not satisfied even after raising: two frameworks demand what excludes each other. */
export const conflictingFloors = (raised: unknown, floors: readonly DemandedFloor[]): readonly DemandedFloor[] =>
  isMap(raised) ? floors.filter((floor) => !isSatisfied(floor, valueAt(raised, floor.path.split(".")))) : [];

/** A demand in words, e.g. `at least 12`. */
export function describeDemand(demand: Demand): string {
  if ("value" in demand) {
    return `${demand.value}`;
  }
  return "maximum" in demand ? `at most ${demand.maximum}` : `at least ${demand.minimum}`;
}
