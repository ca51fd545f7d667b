import type { FleetPlan } from "../../../fleet/plan/fleet-plan.ts";
import { group, operation, planned } from "./planned-fleet.ts";

/** A plan in which one text stands wherever a text of a file can stand. */
export const everywhere = (text: string): FleetPlan =>
  planned({
    base: text,
    head: text,
    affected: [text],
    affectedStacks: [text],
    groups: ["data-bearing", "update"].map((danger) =>
      group(
        danger as "update",
        [text, "other"],
        [
          operation("replace", text, text, {
            replacedWith: text,
            properties: [{ path: text, before: text, after: { [text]: text }, decidedBy: text, forcesReplace: "ours" }],
          }),
          operation("create", text, text),
          operation("delete", text, text),
        ],
      ),
    ),
    gates: (["refused", "excepted"] as const).map((verdict) => ({
      gate: text,
      stack: text,
      resource: text,
      property: text,
      reason: `${text} is ${text} now`,
      verdict,
      exception: { gate: text, resource: text, reason: text, approvedBy: text, until: text },
    })),
    failures: [{ stack: text, side: "head", message: text, place: text }],
    renamed: [{ from: text, to: text }],
    cost: { base: 1, head: 2, delta: 1, unpriced: { [text]: 3 }, bands: { low: 1, typical: 2, high: 3 } },
  });
