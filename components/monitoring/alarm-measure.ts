import type { AlarmMeasure, MetricAlarmPlan, MetricReference, Statistic } from "../../model/plan/alarm-plan.ts";

const plain = new Set(["Sum", "Average", "Minimum", "Maximum", "SampleCount"]);
const comparisons = {
  at_least: "GreaterThanOrEqualToThreshold",
  above: "GreaterThanThreshold",
  below: "LessThanThreshold",
  at_most: "LessThanOrEqualToThreshold",
  above_band: "GreaterThanUpperThreshold",
} as const satisfies Record<MetricAlarmPlan["comparison"], string>;
/** Query whose band is the threshold. */
const bandId = "band";

/** What CloudWatch is told of an alarm's condition. */
export function conditionOf({ measure, comparison, threshold }: MetricAlarmPlan) {
  return {
    ...measured(measure),
    comparisonOperator: comparisons[comparison],
    ...(measure.kind === "anomaly" ? { thresholdMetricId: bandId } : {}),
    ...(threshold === undefined ? {} : { threshold }),
  };
}

function measured(measure: AlarmMeasure) {
  switch (measure.kind) {
    case "metric":
      return singleMetric(measure.metric, measure.statistic, measure.periodSeconds);
    case "expression":
      return {
        metricQueries: [
          ...measure.inputs.map(({ id, metric, statistic }) => ({
            id,
            metric: queried(metric, statistic, measure.periodSeconds),
          })),
          { id: "result", expression: measure.expression, label: measure.label, returnData: true },
        ],
      };
    case "query":
      return {
        metricQueries: [
          { id: "result", expression: selectOf(measure), period: measure.periodSeconds, returnData: true },
        ],
      };
    case "anomaly":
      return {
        metricQueries: [
          {
            id: "measured",
            metric: queried(measure.metric, measure.statistic, measure.periodSeconds),
            returnData: true,
          },
          {
            id: bandId,
            expression: `ANOMALY_DETECTION_BAND(measured, ${measure.deviations})`,
            label: "what is usual",
            returnData: true,
          },
        ],
      };
  }
}

function singleMetric({ namespace, name, dimensions }: MetricReference, statistic: Statistic, period: number) {
  return {
    namespace,
    metricName: name,
    dimensions: { ...dimensions },
    period,
    ...(plain.has(statistic) ? { statistic } : { extendedStatistic: statistic }),
  };
}

const queried = ({ namespace, name, dimensions }: MetricReference, stat: Statistic, period: number) => ({
  namespace,
  metricName: name,
  dimensions: { ...dimensions },
  period,
  stat,
});

/** Highest first: an alarm looks at the first 500 series. */
function selectOf({
  namespace,
  name,
  function: fold,
  schema,
  where,
  groupBy,
}: Extract<AlarmMeasure, { kind: "query" }>) {
  const conditions = Object.entries(where).map(([dimension, value]) => `${dimension} = '${value}'`);
  return (
    `SELECT ${fold}(${name}) FROM SCHEMA("${namespace}", ${schema.join(", ")}) ` +
    `WHERE ${conditions.join(" AND ")} GROUP BY ${groupBy} ORDER BY ${fold}() DESC`
  );
}
