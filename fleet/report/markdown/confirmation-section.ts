import type { FleetPlan } from "../../plan/fleet-plan.ts";
import { counted } from "../counted.ts";
import type { Detail } from "./detail.ts";
import { code, prose } from "./inert.ts";

/** What the real engine said of a few stacks of each group, and what nothing could be predicted of. */
export function* confirmationSection(plan: FleetPlan, detail: Detail): Generator<string> {
  const { confirmation, uncompared = [] } = plan;
  if (uncompared.length > 0) {
    yield `\n*Predicted* from recorded state; of ${counted(uncompared.length, "resource")} it is not known, since a secret is recorded encrypted.\n`;
  }
  if (confirmation === undefined) return;
  const { previewed, disagreements, failures, notProvisioned } = confirmation;
  const denied = new Set(disagreements.map(({ stack }) => stack));
  const agreeing = previewed.filter((stack) => !denied.has(stack)).length;
  yield `\n### Real previews\n\n${agreeing} of ${counted(previewed.length, "stack")} previewed by the engine: the same operations as planned.`;
  yield notProvisioned.length > 0
    ? ` ${counted(notProvisioned.length, "stack was", "stacks were")} never brought up.\n`
    : "\n";
  const most = Math.min(detail.findings, mostRows);
  if (disagreements.length > 0) yield "\n| stack | resource | planned | engine |\n| --- | --- | --- | --- |\n";
  for (const { stack, urn, predicted, engine } of disagreements.slice(0, most)) {
    yield `| ${code(stack, 60)} | ${code(urn.split("::").at(-1) ?? "", 90)} | ${predicted} | ${engine} |\n`;
  }
  if (disagreements.length > most) yield `\n${counted(disagreements.length - most, "more resource")}.\n`;
  for (const { stack, reason } of failures.slice(0, most))
    yield `\n- ${code(stack, 60)}: no preview: ${prose(reason)}\n`;
  if (failures.length > most) yield `\n${counted(failures.length - most, "more stack")} without a preview.\n`;
}

const mostRows = 20;
