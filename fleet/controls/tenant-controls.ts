import type { Framework } from "../../model/framework.ts";
import { cellPlatformStackName, cellStackName, controlPlaneStackName } from "../../model/stack-names.ts";
import { readTenantPlan } from "../../tenants/read-plans.ts";
import { synthFleet } from "../synth/fleet.ts";
import type { SynthesisedResource } from "../synth/synthesised-stack.ts";
import type { Evidence } from "./control.ts";
import { type JudgedControl, judgeControls } from "./judge-controls.ts";

/**
 * The controls of a tenant of the fleet folder `root`, each with what stands behind it, out of what its stack and those
 * that it shares declare.
 *
 * @throws ProblemsError where a file is wrong, or what a stack's program threw.
 */
export async function tenantControls(
  id: string,
  root: string,
  frameworks: readonly Framework[],
): Promise<readonly JudgedControl[]> {
  return judgeControls(await readEvidence(id, root), frameworks);
}

/** Everything that is declared for a tenant: its own stack, those of its cell, and the control plane. */
export async function readEvidence(id: string, root: string): Promise<Evidence> {
  const { plan } = readTenantPlan(id, root);
  const { id: cell } = plan.cell;
  const stacks = [id, cellStackName(cell), cellPlatformStackName(cell), controlPlaneStackName];
  const own: SynthesisedResource[] = [];
  const shared: SynthesisedResource[] = [];
  for await (const synthesis of synthFleet(stacks, root)) {
    if (synthesis.kind === "failed") throw synthesis.error;
    (synthesis.stack.stack === id ? own : shared).push(...synthesis.stack.resources);
  }
  return { plan, own, shared };
}
