import type { Comparison } from "../base/fleet-side.ts";
import type { ChangedKind, RepeatedChange } from "./change-group.ts";
import { examineTenants } from "./examined-tenants.ts";
import type { FleetScope } from "./fleet-scope.ts";
import type { PlanTally } from "./plan-tally.ts";
import type { StackChange } from "./stack-change.ts";
import type { WantedStack } from "./synthesised-pairs.ts";

/** What an edit does to tenants, however that was found. */
export interface TenantChanges {
  readonly changes: readonly RepeatedChange[];
  /** Classes that were told apart. */
  readonly classes: number;
}

/** Synthesises every tenant and compares it. */
export async function planEveryTenant(
  comparison: Comparison,
  scope: FleetScope,
  tally: PlanTally,
): Promise<TenantChanges> {
  const wanted = [...wantedTenants(scope)];
  tally.expect(wanted.length);
  const gone = new Set(scope.gone);
  const changes: RepeatedChange[] = [];
  for await (const { stack, change } of tally.examined(examineTenants(comparison, wanted))) {
    if (isChange(change)) changes.push({ kind: kindOf(gone.has(stack)), stacks: [stack], change });
  }
  return { changes, classes: wanted.length };
}

/** A tenant is affected where its resolved plan differs or something is done to its resources. */
export const isChange = ({ isPlanChanged, difference }: StackChange): boolean =>
  isPlanChanged || difference.operations.length > 0;

export const kindOf = (isGone: boolean): ChangedKind => (isGone ? "off-boarding" : "tenant");

function* wantedTenants({ kept, added, gone }: FleetScope): Generator<WantedStack> {
  for (const stack of kept) yield { stack, inBase: true, inHead: true };
  for (const stack of added) yield { stack, inBase: false, inHead: true };
  for (const stack of gone) yield { stack, inBase: true, inHead: false };
}
