import type { TierSpec } from "../specs/tier-spec.ts";
import type { AlarmCategory, AlarmSeverity } from "./alarm-plan.ts";

/** What all alarms of one owner have in common. */
export interface AlarmContext {
  /** Physical name of the alarm with this key. */
  readonly nameOf: (key: string) => string;
  /** Support that the tenant bought; absent for a cell's own alarms. */
  readonly support?: TierSpec["support"];
  /** Where the runbooks are. */
  readonly runbooks: string;
}

/** Folder of the runbooks where the fleet names none. */
export const runbooksHere = "docs/runbooks";

/** What is wrong, how soon somebody answers, and what to do: all that a person gets at three in the morning. */
export function describeAlarm(
  { support, runbooks }: AlarmContext,
  what: string,
  severity: AlarmSeverity,
  category: AlarmCategory,
): string {
  const page = `${runbooks.replace(/\/$/, "")}/${category.replaceAll("_", "-")}.md`;
  return `${what} Severity ${severity}${answerWithin(support, severity)}. Runbook: ${page}`;
}

function answerWithin(support: TierSpec["support"] | undefined, severity: AlarmSeverity): string {
  if (support === undefined) return "";
  const hours = support.response_hours?.[severity];
  return hours === undefined
    ? `, no answer is promised (${support.level} support)`
    : `, answered within ${hours} h (${support.level} support)`;
}
