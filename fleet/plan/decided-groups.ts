import { readTenant } from "../../tenants/read-tenant.ts";
import { SharedFiles } from "../../tenants/shared-files.ts";
import type { TenantReading } from "../../tenants/tenant.ts";
import type { Comparison } from "../base/fleet-side.ts";
import { changedLeaves } from "../explain/changed-leaves.ts";
import { decidedBy } from "../explain/decided-by.ts";
import type { ChangeGroup } from "./fleet-plan.ts";

/** A reader looks at the first groups; finding lines for thousands of them would take longer than the plan. */
const mostGroups = 50;

/**
 * Groups with the line that decided each changed property, as far as one line can have done it. Lines decide alone where
 * the program and what the cell hands out are the same on both sides; elsewhere nothing is said.
 *
 * @param areCellsSame whether all cells hand out what they did before.
 */
export async function decidedGroups(
  comparison: Comparison,
  groups: readonly ChangeGroup[],
  areCellsSame: boolean,
): Promise<readonly ChangeGroup[]> {
  const known = new Set(comparison.base.tenantIds());
  const first = groups.slice(0, mostGroups).flatMap(({ tenants: [tenant] }) => tenant ?? []);
  const asked = first.filter((tenant) => known.has(tenant));
  if (!comparison.isSameProgram || !areCellsSame || asked.length === 0) return groups;
  // Planning a tenant puts its file where it can be read.
  await comparison.base.plans(asked);
  const lines = linesOf(comparison, new Set(asked));
  return groups.map((group) => withLines(group, lines));
}

/** The line by which a tenant's whole change was decided; undefined where there is none, or more than one. */
function linesOf({ base, head }: Comparison, asked: ReadonlySet<string>): (tenant: string) => string | undefined {
  const [before, after] = [new SharedFiles(base.root), new SharedFiles(head.root)];
  return (tenant) => {
    if (!asked.has(tenant)) return undefined;
    const [one, other] = [readTenant(tenant, base.root, before), readTenant(tenant, head.root, after)];
    return isRead(one) && isRead(other)
      ? decidedBy({ urn: "", path: "" }, changedLeaves(one.tenant.resolved, other.tenant.resolved))
      : undefined;
  };
}

const isRead = (reading: TenantReading): reading is Extract<TenantReading, { readonly kind: "read" }> =>
  reading.kind === "read";

function withLines(group: ChangeGroup, lineOf: (tenant: string) => string | undefined): ChangeGroup {
  const line = lineOf(group.tenants[0] ?? "");
  if (line === undefined) return group;
  const operations = group.operations.map((operation) => ({
    ...operation,
    properties: operation.properties.map((change) => ({ ...change, decidedBy: line })),
  }));
  return { ...group, operations };
}
