import type { Demand, Floor, Framework } from "../framework.ts";
import { patchOf, valueAt } from "./leaves.ts";
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

/** Orders floors of one setting: the weaker first, and those that are worth the same as they are. */
export const byStrictness = (one: DemandedFloor, other: DemandedFloor): number =>
  Number(isSatisfied(other, leastOf(one.demand))) - Number(isSatisfied(one, leastOf(other.demand)));

/** `configuration` with the value of each floor that it does not satisfy raised to the weakest that does. */
export function raiseToFloors(configuration: unknown, floors: readonly DemandedFloor[]): unknown {
  return floors.reduce((raised, floor) => {
    const path = floor.path.split(".");
    return isSatisfied(floor, valueAt(raised, path))
      ? raised
      : mergePatch(raised, patchOf(path, leastOf(floor.demand)));
  }, configuration);
}

/** A demand in words, e.g. `at least 12`. */
export function describeDemand(demand: Demand): string {
  if ("value" in demand) {
    return `${demand.value}`;
  }
  return "maximum" in demand ? `at most ${demand.maximum}` : `at least ${demand.minimum}`;
}
