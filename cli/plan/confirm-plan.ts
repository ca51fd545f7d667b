import { confirmGroups } from "../../automation/preview/confirm-groups.ts";
import { previewStack } from "../../automation/preview/preview-stack.ts";
import type { Comparison } from "../../fleet/base/fleet-side.ts";
import type { FleetPlan, PreviewConfirmation } from "../../fleet/plan/fleet-plan.ts";
import { stackDifferenceOf } from "../../fleet/plan/stack-difference-of.ts";
import { printable } from "../../model/printable.ts";
import { fleetFolder, projectFolder } from "../commands/sandbox-places.ts";
import { fleetEngine } from "../connect/fleet-engine.ts";

/**
 * Asks the real engine about `perGroup` stacks of each group of the plan.
 *
 * @throws UserError where the sandbox of the fleet does not run.
 */
export async function confirmPlan(plan: FleetPlan, comparison: Comparison, perGroup: number): Promise<FleetPlan> {
  const root = fleetFolder();
  const { environment } = await fleetEngine(root);
  const settings = { projectFolder, environment: { ...environment, TENANTRY_FLEET_DIR: root } };
  const confirmation = await confirmGroups({
    groups: plan.groups,
    perGroup,
    differenceOf: (stack) => stackDifferenceOf(comparison, stack),
    preview: (stack) => previewStack(settings, stack),
    onPreviewed: (done, total) => process.stderr.write(`pulumi preview: ${done} of ${total} stacks\n`),
  });
  return { ...plan, confirmation };
}

/**
 * What the previews came to, for a person.
 *
 * @param uncompared resources of which nothing was predicted, since the state holds a secret of theirs encrypted.
 */
export function confirmationWords(confirmation: PreviewConfirmation, uncompared: readonly string[] = []): string {
  const { previewed, notProvisioned, failures, disagreements, seconds } = confirmation;
  const agreeing = previewed.filter((stack) => !disagreements.some((each) => each.stack === stack));
  const lines = [
    `${agreeing.length} of ${previewed.length} real previews say the same as the plan (${seconds} s)`,
    ...disagreements.map(
      ({ stack, urn, predicted, engine }) =>
        `  ${stack}: ${urn.split("::").slice(2).join(" ").split("$").at(-1)}: predicted ${predicted}, the engine says ${engine}${uncompared.includes(urn) ? unknown : ""}`,
    ),
    ...failures.map(({ stack, reason }) => `  ${stack}: no preview: ${reason}`),
    ...(notProvisioned.length > 0 ? [`  never brought up, so nothing to preview: ${notProvisioned.join(", ")}`] : []),
    ...(disagreements.length > 0 ? [advice] : []),
  ];
  return lines.map((line) => `${printable(line)}\n`).join("");
}

const unknown = "; nothing was predicted of its secret, so this is the answer, and what hangs on it follows";

const advice =
  "  Where the two differ, the stack is not as the base says (bring it up from the base first), or the plan is wrong: trust the engine.";
