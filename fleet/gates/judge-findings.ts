import { gates, isGateName } from "../../model/gates.ts";
import type { GateException, GateFinding, GateVerdict } from "./gate.ts";

/** What findings are held against. */
export interface JudgedBy {
  readonly exceptions: readonly GateException[];
  /** The day in UTC, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Each finding with what becomes of it: lifted by an exception that fits and has not ended, refused otherwise. */
export const judgeFindings = (findings: readonly GateFinding[], against: JudgedBy): readonly GateVerdict[] =>
  findings.map((finding) => judge(finding, against));

function judge(finding: GateFinding, { exceptions, today }: JudgedBy): GateVerdict {
  const fitting = exceptions.filter((exception) => fits(exception, finding));
  const valid = fitting.find(({ until }) => until >= today);
  if (valid !== undefined) return { ...finding, verdict: "excepted", exception: valid };
  const ended = fitting.toSorted((one, other) => other.until.localeCompare(one.until))[0];
  if (ended === undefined) return { ...finding, verdict: "refused" };
  const reason = `${finding.reason}; its exception ended on ${ended.until}`;
  return { ...finding, reason, verdict: "refused", exception: ended };
}

/** Exceptions that lift none of `findings`: planned for a change that is not this one, or left over from an earlier one. */
export const unusedExceptions = (
  exceptions: readonly GateException[],
  findings: readonly GateFinding[],
): readonly GateException[] => exceptions.filter((exception) => !findings.some((finding) => fits(exception, finding)));

/** Whether an exception is about a finding, ended or not. One for a property does not lift a finding about more. */
function fits(exception: GateException, { gate, resource, property }: GateFinding): boolean {
  return (
    exception.gate === gate &&
    resource !== undefined &&
    isResource(exception, resource) &&
    (exception.property === undefined || (property !== undefined && isWithin(property, exception.property)))
  );
}

function isResource({ gate, resource: pattern }: GateException, resource: string): boolean {
  const isExact = !isGateName(gate) || gates[gate].putsDataAtStake;
  return isExact ? pattern === resource : globOf(pattern).test(resource);
}

/** `*` stands for any text, `?` for one character. */
const globOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
    "su",
  );

/** `ingress[0].fromPort` is within `ingress`; `storageTypeOfOld` is not within `storageType`. */
const isWithin = (path: string, outer: string): boolean =>
  path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
