import { when } from "../../define-type.ts";

const daySeconds = 86_400;
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html (Period) */
export function checkPeriod(period: number | undefined, property: string) {
  return when([
    period !== undefined && ![10, 20, 30].includes(period) && (period < 60 || period % 60 !== 0),
    property,
    `valid periods are 10, 20, 30 and multiples of 60 seconds, got ${period ?? ""}`,
  ]);
}

/** A day at the most, or a week where periods are an hour or longer (same page). */
export function checkWindow(period: number | undefined, evaluationPeriods: number | undefined) {
  const seconds = (period ?? 0) * (evaluationPeriods ?? 1);
  const most = (period ?? 0) < 3600 ? daySeconds : 7 * daySeconds;
  return when([
    seconds > most,
    "evaluationPeriods",
    `api error ValidationError: Metrics cannot be checked across more than ${most} seconds (EvaluationPeriods * Period must be <= ${most}), got ${seconds}`,
  ]);
}
