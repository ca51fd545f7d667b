import type { Comparison } from "../base/fleet-side.ts";
import { cellClasses } from "../classes/cell-classes.ts";
import { type ClassMember, documentClasses } from "../classes/document-class.ts";
import { type PlannedClass, planDocuments } from "../classes/plan-documents.ts";
import { settleClasses } from "../classes/settle-classes.ts";
import { examineTenants } from "./examined-tenants.ts";
import type { FleetScope } from "./fleet-scope.ts";
import { isChange, kindOf, type TenantChanges } from "./plan-every-tenant.ts";
import { hasOtherCell, type SharedChanges } from "./plan-shared.ts";
import type { PlanTally } from "./plan-tally.ts";
import type { StackChange } from "./stack-change.ts";

/** What classes are looked for with. */
export interface ClassSearch {
  readonly scope: FleetScope;
  /** Absent where cells were not looked at: then nothing is known of what they hand out. */
  readonly shared: SharedChanges | undefined;
  readonly tally: PlanTally;
}

/**
 * What an edit does to tenants, by classes: one tenant of each distinct file is planned on both sides, those whose
 * plans change alike are a class, and a few of each class are synthesised and speak for the rest where they agree.
 */
export async function planTenantClasses(
  comparison: Comparison,
  { scope, shared, tally }: ClassSearch,
): Promise<TenantChanges> {
  const cells = cellClasses(comparison);
  const documents = await documentClasses(comparison, scope);
  const { planned, failures } = await planDocuments(comparison, documents, (cell = "") => cells.get(cell) ?? cell);
  tally.failures.push(...failures);
  const mayChange = planned.filter((one) => one.isPlanChanged || !isKnownSame(comparison, one, shared));
  const classes = [...Map.groupBy(mayChange, ({ signature }) => signature).values()];
  const settled = await settleClasses(classes, {
    examine: (wanted) => examineDocuments(comparison, wanted, tally),
    keyOf: ({ difference, findings, isPlanChanged }: StackChange) =>
      JSON.stringify([difference.key, findings, isPlanChanged]),
  });
  const changes = settled
    .filter(({ result }) => isChange(result))
    .flatMap(({ documents: alike, result }) =>
      [...Map.groupBy(alike, ({ inHead }) => kindOf(!inHead))].map(([kind, some]) => ({
        kind,
        stacks: some.flatMap(({ members }) => members.map(({ id }) => id)),
        change: result,
      })),
    );
  return { changes, classes: settled.length };
}

/** Whether nothing that a tenant's stack is made from differs: its plan does not. */
const isKnownSame = (
  { isSameProgram, areSharedFilesSame }: Comparison,
  { members }: PlannedClass,
  shared: SharedChanges | undefined,
): boolean =>
  isSameProgram &&
  (areSharedFilesSame || (shared !== undefined && members.every(({ cell }) => !hasOtherCell(shared, cell))));

async function examineDocuments(
  comparison: Comparison,
  documents: readonly PlannedClass[],
  tally: PlanTally,
): Promise<ReadonlyMap<PlannedClass, StackChange>> {
  const speakers = new Map(documents.map((document) => [speakerOf(document).id, document]));
  const wanted = [...speakers].map(([stack, { inBase, inHead }]) => ({ stack, inBase, inHead }));
  tally.expect(wanted.length);
  const changes = new Map<PlannedClass, StackChange>();
  for await (const { stack, change } of tally.examined(examineTenants(comparison, wanted))) {
    const document = speakers.get(stack);
    if (document !== undefined) changes.set(document, change);
  }
  for (const [stack, document] of speakers) if (!changes.has(document)) failAll(stack, document, tally);
  return changes;
}

/** What keeps one of a class from being synthesised keeps the others as well. */
function failAll(stack: string, { members }: PlannedClass, { failures }: PlanTally): void {
  const failure = failures.find((one) => one.stack === stack);
  if (failure === undefined) return;
  const others = members.filter(({ id }) => id !== stack);
  failures.push(...others.map(({ id }) => ({ ...failure, stack: id, message: `as ${stack}: ${failure.message}` })));
}

/**
 * The one that is synthesised for its class: of the first cell, so that few cells have to be, the one with the longest
 * id, whose names come nearest to what services allow.
 */
function speakerOf({ members }: PlannedClass): ClassMember {
  const cell = members.reduce((first, member) => (isBefore(member, first) ? member : first)).cell;
  return members
    .filter((member) => member.cell === cell)
    .reduce((longest, member) => (member.id.length > longest.id.length ? member : longest));
}

/** `us-2` comes before `us-10`. */
function isBefore({ cell: one = "" }: ClassMember, { cell: other = "" }: ClassMember): boolean {
  return one.length - other.length < 0 || (one.length === other.length && one < other);
}
