/**
 * Periods in days that CloudWatch Logs keeps a log group for.
 *
 * Source: PutRetentionPolicy of the CloudWatch Logs API.
 */
export const logRetentionPeriods = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/**
 * The shortest period of CloudWatch Logs that keeps logs for `days` or longer.
 *
 * @throws RangeError above 3,653 days, which the service cannot keep.
 */
export function logRetentionDays(days: number): number {
  const period = logRetentionPeriods.find((candidate) => candidate >= days);
  if (period === undefined) {
    throw new RangeError(`logs can be kept for 3653 days at the most, not ${days}`);
  }
  return period;
}
