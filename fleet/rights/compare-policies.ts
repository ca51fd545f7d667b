import { actionWitnesses } from "./action-witnesses.ts";
import { implies } from "./conditions.ts";
import type { Policy, Statement } from "./policy.ts";
import { covers, everything, overlap, partsOf, type Region, within } from "./region.ts";

/** Something that the head's policies let through and the base's did not. */
export interface Widening {
  readonly kind: "allowed" | "no longer refused" | "undecided";
  /** One of the actions, lower case; for an undecided one the policy that cannot be read. */
  readonly action: string;
  /** The actions that it stands for, as the statement has them; absent where it is the only one. */
  readonly actions?: Region;
  readonly resources: Region;
  readonly principals: Region;
  /** The base allowed it as well, under conditions that the head does not ask for. */
  readonly underFewerConditions?: boolean;
}

/** How policies are read. */
export interface Reading {
  /**
   * Whether others may allow what these do not: a resource's policy, whose denials hold against all callers' own
   * policies. A denial then counts even where nothing is allowed beside it.
   */
  readonly othersAllow: boolean;
}

const same = (one: Statement, other: Statement): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * What `head` lets through that `base` did not, over the published actions and those still to come, the resources as
 * their patterns describe them, and principals. A condition that cannot be decided counts as wider. Empty is certain: a
 * rewrite that allows the same or less may still be reported where only several statements together cover it.
 */
export function findWidenings(base: Policy, head: Policy, { othersAllow }: Reading): readonly Widening[] {
  const [allowed, denied] = halves(base);
  const [allows, denies] = halves(head);
  const regions = [...base.statements, ...head.statements].map(({ actions }) => actions);
  const grown = allows
    .filter((statement) => !allowed.some((one) => same(one, statement)))
    .flatMap((statement) => newlyAllowed(withinDenials(statement, denies), { allowed, denies, regions }));
  const opened = denied
    .filter((statement) => !denies.some((one) => same(one, statement)))
    .flatMap((statement) =>
      noLongerDenied(statement, {
        denies,
        regions,
        allows: othersAllow || head.opaque.length > 0 ? undefined : allows,
      }),
    );
  const unknown = isUnbounded(base) ? [] : head.opaque.filter((one) => !base.opaque.includes(one));
  return [...unknown.map(undecided), ...grown, ...opened];
}

/** Whether everything is allowed already, whatever is added. */
const isUnbounded = ({ statements, opaque }: Policy): boolean =>
  opaque.length === 0 &&
  statements.every(({ effect }) => effect === "Allow") &&
  statements.some(
    ({ actions, resources, principals, conditions }) =>
      conditions.length === 0 && [actions, resources, principals].every((region) => covers(region, everything)),
  );

const halves = ({ statements }: Policy): readonly [readonly Statement[], readonly Statement[]] => [
  statements.filter(({ effect }) => effect === "Allow"),
  statements.filter(({ effect }) => effect === "Deny"),
];

const undecided = (text: string): Widening => ({
  kind: "undecided",
  action: text,
  resources: everything,
  principals: everything,
});

/** What denials for all actions, everybody and all cases leave of a statement's resources. */
function withinDenials(statement: Statement, denies: readonly Statement[]): Statement {
  const fences = denies.filter(
    ({ actions, principals, conditions, resources }) =>
      "notIn" in resources &&
      conditions.length === 0 &&
      covers(actions, statement.actions) &&
      covers(principals, everything),
  );
  return {
    ...statement,
    resources: fences.reduce(
      (left, { resources }) => ("notIn" in resources ? within(left, resources.notIn) : left),
      statement.resources,
    ),
  };
}

interface Known {
  readonly regions: readonly Region[];
  readonly denies: readonly Statement[];
}

/** Says which actions a witness stands for. */
const standingFor = (action: string, actions: Region): Pick<Widening, "action" | "actions"> =>
  "in" in actions && actions.in[0] === action ? { action } : { action, actions };

/** A statement cut down to one action, one pattern of resources and one principal. */
interface Cell {
  readonly actions: Region;
  readonly resources: Region;
  readonly principals: Region;
}

const holds = (statement: Statement, { actions, resources, principals }: Cell): boolean =>
  covers(statement.actions, actions) &&
  covers(statement.resources, resources) &&
  covers(statement.principals, principals);

function cellsOf(statement: Statement, actions: Region): readonly Cell[] {
  return partsOf(statement.resources).flatMap((resources) =>
    partsOf(statement.principals).map((principals) => ({ actions, resources, principals })),
  );
}

function newlyAllowed(
  statement: Statement,
  known: Known & { readonly allowed: readonly Statement[] },
): readonly Widening[] {
  const { conditions } = statement;
  const isKnown = (cell: Cell): boolean =>
    known.allowed.some((one) => holds(one, cell) && implies(conditions, one.conditions)) ||
    known.denies.some((one) => holds(one, cell) && implies(conditions, one.conditions));
  return partsOf(statement.actions).flatMap((actions) => {
    const open = cellsOf(statement, actions).filter((cell) => !isKnown(cell));
    if (open.length === 0) return [];
    return actionWitnesses(actions, known.regions).flatMap((action) =>
      open
        .map((cell) => ({ ...cell, actions: { in: [action] } }))
        .filter((cell) => !isKnown(cell))
        .map((cell): Widening => {
          const isConditional = known.allowed.some((one) => holds(one, cell));
          const { resources, principals } = cell;
          return {
            kind: "allowed",
            ...standingFor(action, actions),
            resources,
            principals,
            ...(isConditional ? { underFewerConditions: true } : {}),
          };
        }),
    );
  });
}

/** `allows` is undefined where others may allow: then every denial counts. */
function noLongerDenied(
  statement: Statement,
  known: Known & { readonly allows: readonly Statement[] | undefined },
): readonly Widening[] {
  const { conditions } = statement;
  const isDenied = (cell: Cell): boolean =>
    known.denies.some((one) => holds(one, cell) && implies(conditions, one.conditions));
  const isAllowed = (cell: Cell): boolean =>
    known.allows?.some((one) => overlap(one.actions, cell.actions) && overlap(one.resources, cell.resources)) ?? true;
  const matters = (cell: Cell): boolean => !isDenied(cell) && isAllowed(cell);
  return partsOf(statement.actions).flatMap((actions) => {
    const open = cellsOf(statement, actions).filter(matters);
    if (open.length === 0) return [];
    return actionWitnesses(actions, known.regions).flatMap((action) =>
      open
        .map((cell) => ({ ...cell, actions: { in: [action] } }))
        .filter(matters)
        .map(
          ({ resources, principals }): Widening => ({
            kind: "no longer refused",
            ...standingFor(action, actions),
            resources,
            principals,
          }),
        ),
    );
  });
}
