import type { FleetPlan } from "../../plan/fleet-plan.ts";
import { counted } from "../counted.ts";
import { dangerWords } from "../danger-words.ts";
import { countedStacks } from "../plan-totals.ts";
import type { Shown } from "./detail.ts";
import { fenced } from "./inert.ts";

/** Groups drawn; a picture of more says less. */
const mostGroups = 12;

/** Whether a picture would say more than the list: there are several groups, and not too many. */
export const isWorthADiagram = ({ groups }: Pick<FleetPlan, "groups">): boolean =>
  groups.length > 1 && groups.length <= mostGroups;

/** Dangers and the groups that have them, as Mermaid. Only words of ours and numbers stand in it. */
export function* diagram(plan: Pick<FleetPlan, "groups">, shown: Shown): Generator<string> {
  if (!isWorthADiagram(plan)) return;
  shown.diagrams += 1;
  const dangers = [...new Set(plan.groups.map(({ danger }) => danger))];
  const lines = [
    "flowchart LR",
    "  edit([this change])",
    ...dangers.map((danger, index) => `  edit --> d${index}["${dangerWords[danger].title}"]`),
    ...plan.groups.map(({ danger, tenants, operations }, index) => {
      const words = `${counted(operations.length, "change")} in ${countedStacks(tenants)}`;
      return `  d${dangers.indexOf(danger)} --> g${index}["${words}"]`;
    }),
  ];
  yield `\n${fenced("mermaid", lines)}\n`;
}
