import { type ChargeRule, charge, listOf, numberIn, partOf } from "./charge.ts";

/** Below a minute an alarm is of high resolution. */
const ordinarySeconds = 60;

/**
 * An alarm is charged for each metric that it looks at; a band of what is usual counts as two more. A query over many
 * series is charged by the series that speak, of which there is none by itself: that is use.
 * Source: https://aws.amazon.com/cloudwatch/pricing/
 */
const metricAlarm: ChargeRule = ({ inputs }) => {
  const queries = listOf(inputs["metricQueries"]).map(partOf);
  if (queries.some(({ expression }) => String(expression ?? "").startsWith("SELECT "))) return [];
  const periods = [numberIn(inputs["period"]), ...queries.map(({ metric }) => numberIn(partOf(metric)["period"]))];
  const isFine = periods.some((seconds) => seconds !== undefined && seconds < ordinarySeconds);
  const measured = queries.filter(({ metric }) => metric !== undefined).length;
  const bands = queries.filter(({ expression }) => String(expression ?? "").includes("ANOMALY_DETECTION_BAND")).length;
  const metrics = queries.length === 0 ? 1 : measured + 2 * bands;
  return [charge(isFine ? "cloudwatch.alarm-metric-fine" : "cloudwatch.alarm-metric", metrics)];
};

export const alarmCharges: Readonly<Record<string, ChargeRule>> = {
  "aws:cloudwatch/metricAlarm:MetricAlarm": metricAlarm,
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": () => [charge("cloudwatch.composite-alarm")],
  "aws:cloudwatch/dashboard:Dashboard": () => [charge("cloudwatch.dashboard")],
};
