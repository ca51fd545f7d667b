import type { FleetPlan } from "../plan/fleet-plan.ts";
import { type Concern, isRefused } from "./concerns.ts";
import { isOfTenants } from "./plan-totals.ts";
import type { PlanVerdict } from "./plan-verdict.ts";

/** What to type next, and what it is for. */
export interface NextCommand {
  readonly command: string;
  /** A clause that follows the command: `shows where each value comes from`. */
  readonly purpose: string;
}

/** The command that a reader of the plan most likely needs next. Not yet inert: ids stand in it. */
export function nextCommand(plan: FleetPlan, { kind, concerns }: PlanVerdict): NextCommand {
  const concern = concerns.find(isRefused) ?? concerns[0];
  const isBroken = kind === "not-safe" && !concerns.some(isRefused);
  if (isBroken) return { command: "tenantry check", purpose: "shows what is wrong" };
  const base = `--base ${shellWord(shortCommit(plan.base))}`;
  const [stack] = concern?.stacks ?? [];
  if (concern !== undefined && stack !== undefined) return lookAt(concern, stack, base);
  return plan.affected.length === 0
    ? { command: "tenantry check", purpose: "checks the files once more; then merge" }
    : { command: `tenantry plan ${base} --confirm 3`, purpose: "lets the real engine confirm it; then merge" };
}

function lookAt(concern: Concern, stack: string, base: string): NextCommand {
  const resource = resourceOf(concern, stack);
  return resource === undefined || !isOfTenants({ tenants: [stack] })
    ? { command: `tenantry plan ${shellWord(stack)} ${base}`, purpose: "shows all that changes there" }
    : {
        command: `tenantry explain ${shellWord(stack)} --resource ${shellWord(resource)}`,
        purpose: "shows which lines decide it",
      };
}

/** A resource of that stack that the head still has; undefined where the concern is about something else. */
function resourceOf({ example, findings }: Concern, stack: string): string | undefined {
  const found = findings.find(({ first }) => first.stack === stack);
  if (example?.stack === stack && example.operation.op !== "delete")
    return example.operation.name.replaceAll("{tenant}", stack);
  return example === undefined ? found?.first.resource : undefined;
}

/** A commit as one types it: the first 12 digits of a hash, anything else as it is; `+dirty` stays. */
export const shortCommit = (commit: string): string => commit.replace(/^([0-9a-f]{12})[0-9a-f]{28,52}(?=$|\+)/, "$1");

/** A word as a shell takes it, quoted where it must be. */
function shellWord(word: string): string {
  return /^[A-Za-z0-9_./+@:-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
