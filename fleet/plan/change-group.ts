import type { GateFinding } from "../gates/gate.ts";
import { dangerOf, dangerOfGate, worstDanger } from "./danger.ts";
import { type ChangeGroup, dangers } from "./fleet-plan.ts";
import type { StackChange } from "./stack-change.ts";

/** What a stack's files say of it. */
export type ChangedKind = "tenant" | "off-boarding" | "shared";

/** Stacks that one change stands for. */
export interface RepeatedChange {
  readonly kind: ChangedKind;
  /** Ids of tenants, or names of cells' and control planes' stacks. */
  readonly stacks: readonly string[];
  readonly change: StackChange;
}

/** Stacks with the same operations put together, most dangerous group first, then the one with most stacks. */
export function groupChanges(changes: readonly RepeatedChange[]): readonly ChangeGroup[] {
  const alike = Map.groupBy(changes, ({ kind, change }) => `${kind} ${change.difference.key}`);
  return [...alike.values()].map(groupOf).toSorted(byDanger);
}

function groupOf(alike: readonly RepeatedChange[]): ChangeGroup {
  const [first] = alike;
  const findings = alike.flatMap(({ change }) => change.findings);
  const operations = (first?.change.difference.operations ?? []).map((operation) => ({
    ...operation,
    danger: dangerOf(operation, gatesAbout(operation.name, findings)),
  }));
  // What a gate says of the stack as a whole is said of none of its operations.
  const whole = findings.filter(({ resource }) => resource === undefined).map(({ gate }) => gate);
  return {
    tenants: alike.flatMap(({ stacks }) => stacks).toSorted(),
    danger: worstDanger([...operations.map(({ danger }) => danger), ...whole.map(dangerOfGate)]),
    operations,
    predicted: false,
    ...(first?.kind === "off-boarding" ? { isOffBoarding: true } : {}),
  };
}

const gatesAbout = (resource: string, findings: readonly GateFinding[]): readonly string[] =>
  findings.filter((finding) => finding.resource === resource).map(({ gate }) => gate);

const byDanger = (one: ChangeGroup, other: ChangeGroup): number =>
  dangers.indexOf(one.danger) - dangers.indexOf(other.danger) ||
  other.tenants.length - one.tenants.length ||
  (one.tenants[0] ?? "").localeCompare(other.tenants[0] ?? "");
