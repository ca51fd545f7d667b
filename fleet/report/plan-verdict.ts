import type { FleetPlan } from "../plan/fleet-plan.ts";
import { type Concern, concernsOf } from "./concerns.ts";
import { counted } from "./counted.ts";
import { type SharedFinding, sharedFindings } from "./findings.ts";
import { countedStacks } from "./plan-totals.ts";

/** Whether a change may be merged, and why. */
export interface PlanVerdict {
  readonly kind: "safe" | "needs-approval" | "not-safe";
  /** `Not safe to merge`. */
  readonly title: string;
  /** Why, without a full stop. Holds no text of a file. */
  readonly because: string;
  readonly concerns: readonly Concern[];
  /** What gates found, each once however many stacks have it. */
  readonly findings: readonly SharedFinding[];
}

/**
 * Judges a plan. Not safe: a gate refuses something, or a stack of the head cannot be planned. Needs approval: something
 * dangerous that no gate refuses, an exception is used, the engine denies what was planned, or there is a stack whose base could not be read, so that nobody
 * knows what changes. Safe: all else.
 */
export function planVerdict(plan: FleetPlan): PlanVerdict {
  const findings = sharedFindings(plan);
  const concerns = concernsOf(plan, findings);
  const all = { concerns, findings };
  const against = reasonsAgainst(plan);
  if (against.length > 0) return { kind: "not-safe", title: "Not safe to merge", because: against.join("; "), ...all };
  const toLookAt = reasonsToLook(plan, concerns);
  if (toLookAt.length > 0)
    return { kind: "needs-approval", title: "Needs approval", because: toLookAt.join("; "), ...all };
  return { kind: "safe", title: "Safe to merge", because: reasonToTrust(plan), ...all };
}

function reasonsAgainst({ gates, failures }: FleetPlan): readonly string[] {
  const refused = gates.filter(({ verdict }) => verdict === "refused").length;
  const broken = failures.filter(({ side }) => side === "head").length;
  return [
    ...(refused > 0 ? [`gates refuse ${counted(refused, "change")}`] : []),
    ...(broken > 0 ? [`${counted(broken, "stack")} cannot be planned`] : []),
  ];
}

function reasonsToLook({ gates, failures, confirmation }: FleetPlan, concerns: readonly Concern[]): readonly string[] {
  const unread = failures.filter(({ side }) => side === "base").length;
  const { disagreements = [], failures: unpreviewed = [] } = confirmation ?? {};
  const denied = new Set([...disagreements, ...unpreviewed].map(({ stack }) => stack)).size;
  return [
    ...(concerns.length > 0 ? [concerns.map(({ title }) => title.toLowerCase()).join(", ")] : []),
    ...(gates.length > 0 ? [counted(gates.length, "exception is used", "exceptions are used")] : []),
    ...(unread > 0 ? [`${counted(unread, "stack")} cannot be compared with the base`] : []),
    ...(denied > 0 ? [`the engine's own preview of ${counted(denied, "stack")} says something else or fails`] : []),
  ];
}

function reasonToTrust({ affected, affectedStacks }: FleetPlan): string {
  const count = affected.length + affectedStacks.length;
  if (count === 0) return "nothing changes for anybody";
  return `${countedStacks([...affected, ...affectedStacks])} ${count === 1 ? "changes" : "change"}; no data, right or protection is touched`;
}
