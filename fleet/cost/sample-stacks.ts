import { controlPlaneStackName } from "../../model/stack-names.ts";
import { readTenantPlan } from "../../tenants/read-plans.ts";
import { SharedFiles } from "../../tenants/shared-files.ts";
import { readTenantFile, tenantFile } from "../../tenants/tenant-files.ts";
import { synthFleet } from "../synth/fleet.ts";
import type { CostedSide } from "./cost-change.ts";

/**
 * A stack of each kind in the fleet at `root`: the control plane, every cell, and the first tenant of each tier in each
 * cell. Tenants of one tier in one cell have the same types of resources but for what they connect.
 *
 * @throws ProblemsError where a file of theirs is refused, or what a program threw.
 */
export async function sampleStacks(root: string): Promise<readonly CostedSide[]> {
  const shared = new SharedFiles(root);
  const first = new Map<string, string>();
  for (const id of [...shared.tenantIds()].toSorted()) {
    const reading = readTenantFile(tenantFile(id, root), root);
    if (reading.kind === "refused") continue;
    const { tier, placement } = reading.file.spec;
    const kind = `${tier} ${placement.cell} ${placement.isolation}`;
    if (!first.has(kind)) first.set(kind, id);
  }
  const sides: CostedSide[] = [];
  for await (const one of synthFleet(
    [controlPlaneStackName, ...shared.cellIds().map(stackOfCell), ...first.values()],
    root,
  )) {
    if (one.kind === "failed") throw one.error;
    const isTenant = shared.tenantIds().has(one.stack.stack);
    sides.push({ stack: one.stack, ...(isTenant ? { plan: readTenantPlan(one.stack.stack, root, shared).plan } : {}) });
  }
  return sides;
}

const stackOfCell = (id: string): string => `cell-${id}`;
