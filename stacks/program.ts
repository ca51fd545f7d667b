import { controlPlaneStackName } from "../model/stack-names.ts";
import { readCellPlan, readControlPlanePlan, readTenantPlan } from "../tenants/read-plans.ts";
import { SharedFiles } from "../tenants/shared-files.ts";
import { cellPlatformStack } from "./cell-platform-stack.ts";
import { cellStack } from "./cell-stack.ts";
import { controlPlaneStack } from "./control-plane-stack.ts";
import { tenantStack } from "./tenant-stack.ts";

/** What a stack's name says it is: tenants' ids never begin with `cell-`. */
type StackKind =
  | { readonly kind: "control-plane"; readonly id: string }
  | { readonly kind: "tenant"; readonly id: string }
  | { readonly kind: "cell"; readonly id: string }
  | { readonly kind: "cell-platform"; readonly id: string };

const platformSuffix = "-platform";

/**
 * Declares the stack of that name from the fleet folder `root`, and returns its outputs. Only the files that this one
 * stack stands on are read.
 *
 * @param shared what was read for other stacks of the same folder; read anew without it.
 * @throws ProblemsError where one of them is refused; nothing is declared then.
 */
export async function runStack(
  stackName: string,
  root: string,
  shared = new SharedFiles(root),
): Promise<Record<string, unknown>> {
  const { kind, id } = kindOf(stackName, shared);
  switch (kind) {
    case "control-plane":
      return { ...controlPlaneStack(readControlPlanePlan(root, shared)) };
    case "tenant":
      return { ...(await tenantStack(readTenantPlan(id, root, shared).plan)) };
    case "cell":
      return { ...cellStack(readCellPlan(id, root, shared).plan) };
    case "cell-platform":
      return await cellPlatformStack(readCellPlan(id, root, shared).plan);
  }
}

function kindOf(stackName: string, shared: SharedFiles): StackKind {
  if (stackName === controlPlaneStackName) return { kind: "control-plane", id: stackName };
  if (!stackName.startsWith("cell-")) {
    return { kind: "tenant", id: stackName };
  }
  const id = stackName.slice("cell-".length);
  // A cell may itself be called so; the file decides.
  const isCell = shared.cellIds().includes(id);
  return id.endsWith(platformSuffix) && !isCell
    ? { kind: "cell-platform", id: id.slice(0, -platformSuffix.length) }
    : { kind: "cell", id };
}
