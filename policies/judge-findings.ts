import type { PolicyException } from "./exceptions-spec.ts";

/** One thing that a scanner holds against one resource. */
export interface Finding {
  /** The scanner's own id, e.g. `CKV_AWS_144`. */
  readonly rule: string;
  readonly stack: string;
  /** As the scanner names it: `aws_s3_bucket.acme-corp-bucket-objects`, `Deployment.tenant-t7k3m9qd.sample-app`. */
  readonly resource: string;
  readonly title: string;
}

/** What is left after the exceptions; all empty is the only good outcome. */
export interface Judgement {
  /** Nobody has said why these may be. */
  readonly unexcused: readonly Finding[];
  /** Past their last day: what they excused counts as unexcused as well. */
  readonly expired: readonly PolicyException[];
  /** Nothing was found that they excuse. */
  readonly unused: readonly PolicyException[];
  /** Of rules that the scanner does not have. */
  readonly unknown: readonly PolicyException[];
  /** Valid for longer than a year: nobody would look at them again. */
  readonly tooLong: readonly PolicyException[];
}

const millisecondsPerDay = 24 * 60 * 60 * 1000;
const maximumDays = 366;

/**
 * Holds findings against exceptions.
 *
 * @param against.rules ids of every rule that the scanner has.
 * @param against.today the day in UTC, `YYYY-MM-DD`.
 */
export function judgeFindings(
  findings: readonly Finding[],
  exceptions: readonly PolicyException[],
  against: { readonly rules: ReadonlySet<string>; readonly today: string },
): Judgement {
  const { rules, today } = against;
  const isExpired = ({ expires }: PolicyException) => expires < today;
  const valid = exceptions.filter((exception) => !isExpired(exception));
  const days = ({ expires }: PolicyException) => (Date.parse(expires) - Date.parse(today)) / millisecondsPerDay;
  return {
    unexcused: findings.filter((finding) => !valid.some((exception) => excuses(exception, finding))),
    expired: exceptions.filter(isExpired),
    unused: valid.filter((exception) => !findings.some((finding) => excuses(exception, finding))),
    unknown: exceptions.filter(({ rule }) => !rules.has(rule)),
    tooLong: exceptions.filter((exception) => days(exception) > maximumDays),
  };
}

function excuses({ rule, scope }: PolicyException, finding: Finding): boolean {
  return rule === finding.rule && matches(scope, `${finding.stack}/${finding.resource}`);
}

/** `*` stands for any text, a slash left out. */
function matches(scope: string, text: string): boolean {
  const parts = scope.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]*")}$`).test(text);
}

/** A line for each thing wrong, for a person. */
export function judgementLines(judgement: Judgement): readonly string[] {
  const named = ({ rule, scope }: PolicyException) => `exception ${rule} of ${scope}`;
  return [
    ...judgement.unexcused.map(({ rule, stack, resource, title }) => `${rule} ${stack}/${resource}: ${title}`),
    ...judgement.expired.map((one) => `${named(one)}: expired on ${one.expires}; fix it, or say anew why it may be`),
    ...judgement.unused.map((one) => `${named(one)}: nothing is found any more; delete it`),
    ...judgement.unknown.map((one) => `${named(one)}: Checkov has no such rule`),
    ...judgement.tooLong.map((one) => `${named(one)}: ${one.expires} is more than a year away`),
  ];
}
