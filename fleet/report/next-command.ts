import type { FleetPlan } from "../plan/fleet-plan.ts";
import { isRefused } from "./concerns.ts";
import type { PlanVerdict } from "./plan-verdict.ts";

/** What to type next, and what it is for. */
export interface NextCommand {
  readonly command: string;
  /** A clause that follows the command: `shows where each value comes from`. */
  readonly purpose: string;
}

/** The command that a reader of the plan most likely needs next. Not yet inert: ids stand in it. */
export function nextCommand(plan: FleetPlan, { kind, concerns }: PlanVerdict): NextCommand {
  const base = `--base ${shellWord(shortCommit(plan.base))}`;
  const broken = plan.failures.find(({ side }) => side === "head") ?? plan.failures[0];
  const refused = concerns.find(isRefused);
  if (kind === "not-safe" && refused === undefined && broken !== undefined) {
    return { command: "tenantry check", purpose: "shows what is wrong" };
  }
  const [stack] = (refused ?? concerns[0])?.stacks ?? [];
  if (stack === undefined) {
    return plan.affected.length === 0
      ? { command: "tenantry check", purpose: "checks the files once more; then merge" }
      : { command: `tenantry plan ${base} --confirm 3`, purpose: "lets the real engine confirm it; then merge" };
  }
  return { command: `tenantry plan ${shellWord(stack)} ${base}`, purpose: "shows all that changes there" };
}

/** A commit as one types it: the first 12 digits of a hash, anything else as it is; `+dirty` stays. */
export const shortCommit = (commit: string): string => commit.replace(/^([0-9a-f]{12})[0-9a-f]{28,52}(?=$|\+)/, "$1");

/** A word as a shell takes it, quoted where it must be. */
function shellWord(word: string): string {
  return /^[A-Za-z0-9_./+@:-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
