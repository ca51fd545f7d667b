import type { GateException, GateVerdict } from "../gates/gate.ts";
import type { FleetPlan } from "../plan/fleet-plan.ts";

/** What a gate found in the same way in one or many stacks. */
export interface SharedFinding {
  readonly gate: string;
  readonly verdict: GateVerdict["verdict"];
  /** In the plan's order. */
  readonly stacks: readonly string[];
  /** The first stack's finding as it is, for a name that one can type. */
  readonly first: GateVerdict;
  /** Logical name with `{tenant}` where the stack's id stands; absent where a stack as a whole is meant. */
  readonly resource?: string;
  readonly property?: string;
  readonly reason: string;
  readonly exception?: GateException;
  /** `tiers/professional.yaml:16:21`; absent where no single line decided it. */
  readonly decidedBy?: string;
}

/** Findings that differ in nothing but the stack are one; refused ones first, then by how many stacks have them. */
export function sharedFindings(plan: Pick<FleetPlan, "gates" | "groups">): readonly SharedFinding[] {
  const places = new DecidingLines(plan);
  const shared = new Map<string, SharedFinding & { readonly stacks: string[] }>();
  for (const found of plan.gates) {
    const finding = withoutStack(found);
    const decidedBy = places.of(found);
    const { gate, verdict, resource, property, reason, exception } = finding;
    const key = JSON.stringify([gate, verdict, resource, property, reason, exception, decidedBy]);
    const known = shared.get(key);
    if (known === undefined) {
      const { stack, ...rest } = finding;
      shared.set(key, { ...rest, stacks: [stack], first: found, ...(decidedBy === undefined ? {} : { decidedBy }) });
    } else {
      known.stacks.push(found.stack);
    }
  }
  return [...shared.values()].toSorted(byWeight);
}

const byWeight = (one: SharedFinding, other: SharedFinding): number =>
  Number(other.verdict === "refused") - Number(one.verdict === "refused") || other.stacks.length - one.stacks.length;

/** The finding with `{tenant}` in place of the stack's own id. */
function withoutStack(found: GateVerdict): GateVerdict {
  const general = (text: string): string => text.replaceAll(found.stack, "{tenant}");
  return {
    ...found,
    ...(found.resource === undefined ? {} : { resource: general(found.resource) }),
    reason: general(found.reason),
    ...(found.exception === undefined
      ? {}
      : { exception: { ...found.exception, resource: general(found.exception.resource) } }),
  };
}

/** Which line decided what a gate found: the line of the property, or of the resource where it has but one. */
class DecidingLines {
  readonly #groupOf = new Map<string, FleetPlan["groups"][number]>();

  constructor({ groups, gates }: Pick<FleetPlan, "gates" | "groups">) {
    const wanted = new Set(gates.map(({ stack }) => stack));
    for (const group of groups) {
      for (const stack of group.tenants) if (wanted.has(stack)) this.#groupOf.set(stack, group);
    }
  }

  of({ stack, resource, property }: GateVerdict): string | undefined {
    const operation = this.#groupOf
      .get(stack)
      ?.operations.find(({ name }) => name.replaceAll("{tenant}", stack) === resource);
    const changed = operation?.properties ?? [];
    const named = changed.filter(({ path }) => property === undefined || path === property);
    const lines = new Set((named.length > 0 ? named : changed).flatMap(({ decidedBy }) => decidedBy ?? []));
    const [only] = lines;
    return lines.size === 1 ? only : undefined;
  }
}
