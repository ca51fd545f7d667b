import { dangers, type FleetPlan } from "../../plan/fleet-plan.ts";
import { thousands } from "../counted.ts";
import { dangerWords } from "../danger-words.ts";
import { planTotals } from "../plan-totals.ts";

const rowHeight = 28;
const labelWidth = 210;
const barWidth = 420;

/** How many stacks have which danger as their worst, as bars; empty where nothing changes. */
export function dangerBars(plan: Pick<FleetPlan, "groups">): string {
  const { stacks } = planTotals(plan);
  const rows = dangers.flatMap((danger) => {
    const count = stacks.get(danger);
    return count === undefined ? [] : [{ danger, count }];
  });
  if (rows.length === 0) return "";
  const most = Math.max(...rows.map(({ count }) => count));
  const bars = rows.map(({ danger, count }, index) => {
    const { title, needsApproval } = dangerWords[danger];
    const y = index * rowHeight;
    const width = Math.max(2, Math.round((count / most) * barWidth));
    const kind = danger === "data-bearing" ? " bad" : needsApproval ? " warn" : "";
    return `<text x="0" y="${y + 18}">${title}</text><rect class="bar${kind}" x="${labelWidth}" y="${y + 5}" width="${width}" height="18" rx="3"/><text x="${labelWidth + width + 8}" y="${y + 18}">${thousands(count)}</text>`;
  });
  const [width, height] = [labelWidth + barWidth + 80, rows.length * rowHeight];
  const words = rows.map(({ danger, count }) => `${dangerWords[danger].title}: ${thousands(count)}`).join(", ");
  return `<svg role="img" aria-label="Stacks by the worst that happens to them. ${words}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${bars.join("")}</svg>`;
}
