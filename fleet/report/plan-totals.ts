import type { OperationKind } from "../diff/stack-difference.ts";
import type { ChangeGroup, Danger, FleetPlan } from "../plan/fleet-plan.ts";
import { counted, thousands } from "./counted.ts";

/** How much of everything a plan holds. */
export interface PlanTotals {
  /** Resources by what happens to them, over all stacks. */
  readonly operations: Readonly<Record<OperationKind, number>>;
  /** Stacks by the worst that happens to them. */
  readonly stacks: ReadonlyMap<Danger, number>;
  /** Operations and changed properties as they stand in the groups, each once however many stacks share it. */
  readonly rows: number;
  readonly properties: number;
}

/** Counts a plan in one pass. */
export function planTotals({ groups }: Pick<FleetPlan, "groups">): PlanTotals {
  const operations = { create: 0, update: 0, replace: 0, delete: 0 };
  const stacks = new Map<Danger, number>();
  let rows = 0;
  let properties = 0;
  for (const group of groups) {
    stacks.set(group.danger, (stacks.get(group.danger) ?? 0) + group.tenants.length);
    rows += group.operations.length;
    for (const operation of group.operations) {
      operations[operation.op] += group.tenants.length;
      properties += operation.properties.length + operation.options.length;
    }
  }
  return { operations, stacks, rows, properties };
}

/** Kinds of operations in words, in the order in which a reader looks for them. */
const kinds: readonly OperationKind[] = ["delete", "replace", "update", "create"];

/** `3 replace, 412 update`; empty where nothing happens to any resource. */
export const operationCounts = (counts: Readonly<Record<OperationKind, number>>): string =>
  kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${thousands(counts[kind])} to ${kind}`)
    .join(", ");

/** Operations of a group, each once. */
export function groupCounts({ operations }: ChangeGroup): Readonly<Record<OperationKind, number>> {
  const counts = { create: 0, update: 0, replace: 0, delete: 0 };
  for (const { op } of operations) counts[op] += 1;
  return counts;
}

/** Whether a group is of cells' or control planes' stacks, not of tenants'. */
export const isOfTenants = ({ tenants }: Pick<ChangeGroup, "tenants">): boolean => !isShared(tenants[0] ?? "");

/** A tenant's id never begins or is called like this. */
const isShared = (stack: string): boolean => stack.startsWith("cell-") || stack.startsWith("control-plane");

/** `7,212 tenants`, `1 shared stack`, `2 tenants and 1 shared stack`. */
export function countedStacks(stacks: Iterable<string>): string {
  const all = [...stacks];
  const shared = all.filter(isShared).length;
  const tenants = all.length - shared;
  const parts = [
    tenants > 0 || shared === 0 ? counted(tenants, "tenant") : "",
    shared > 0 ? counted(shared, "shared stack") : "",
  ];
  return parts.filter((words) => words !== "").join(" and ");
}
