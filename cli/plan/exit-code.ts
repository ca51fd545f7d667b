import type { FleetPlan, PreviewConfirmation } from "../../fleet/plan/fleet-plan.ts";
import { exitCodes } from "../exit-codes.ts";

/** The gate that refuses what costs too much: a matter of money and not of safety, so it has a code of its own. */
const costGate = "cost-threshold";

/**
 * What `tenantry plan` ends with. A stack that cannot be planned goes before what gates say, since nobody knows what
 * they would say of it; nor what the engine denies or cannot preview.
 */
export function planExitCode(plan: FleetPlan, { isDetailed }: { readonly isDetailed: boolean }): number {
  if (plan.failures.length > 0) {
    return plan.failures.every(({ place }) => place !== undefined) ? exitCodes.badFile : exitCodes.error;
  }
  if (plan.confirmation !== undefined && !isConfirmed(plan.confirmation)) return exitCodes.error;
  const refused = plan.gates.filter(({ verdict }) => verdict === "refused");
  if (refused.some(({ gate }) => gate !== costGate)) return exitCodes.refused;
  if (refused.length > 0) return exitCodes.budget;
  const isChanged = plan.affected.length + plan.affectedStacks.length > 0;
  return isChanged && isDetailed ? exitCodes.changes : exitCodes.fine;
}

/** What was never brought up says nothing against the plan. */
const isConfirmed = ({ disagreements, failures }: PreviewConfirmation): boolean =>
  disagreements.length + failures.length === 0;
