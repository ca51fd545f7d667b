import { metricMath } from "./metric-math.ts";
import type { MetricStore, Series } from "./metric-store.ts";
import { metricsInsights } from "./metrics-insights.ts";

export type AlarmState = "OK" | "ALARM" | "INSUFFICIENT_DATA";

interface MetricStat {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly period: number;
  readonly stat: string;
}

/** A `MetricAlarm` as it is declared: nothing but its own definition decides. */
export interface DeclaredAlarm {
  readonly name: string;
  readonly comparisonOperator: string;
  readonly threshold?: number;
  readonly thresholdMetricId?: string;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm?: number;
  readonly treatMissingData?: string;
  readonly namespace?: string;
  readonly metricName?: string;
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly period?: number;
  readonly statistic?: string;
  readonly extendedStatistic?: string;
  readonly metricQueries?: readonly {
    readonly id: string;
    readonly expression?: string;
    readonly period?: number;
    readonly returnData?: boolean;
    readonly metric?: MetricStat;
  }[];
}

/** Seconds of one period of the alarm. */
export const periodOf = ({ period, metricQueries = [] }: DeclaredAlarm): number =>
  period ??
  metricQueries.map((query) => query.metric?.period ?? query.period).find((given) => given !== undefined) ??
  60;

const exceeds: Readonly<Record<string, (value: number, threshold: number) => boolean>> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
  GreaterThanUpperThreshold: (value, threshold) => value > threshold,
};

/**
 * State of an alarm at a time, from its definition and the data points: M of the last N periods breach, and missing
 * ones count as the alarm says. CloudWatch looks back a few periods further where data is missing; that only delays.
 *
 * @param before kept where missing data is ignored
 */
export function evaluateAlarm(
  alarm: DeclaredAlarm,
  store: MetricStore,
  atMillis: number,
  before: AlarmState = "INSUFFICIENT_DATA",
): AlarmState {
  const periodMillis = periodOf(alarm) * 1000;
  const endMillis = Math.floor(atMillis / periodMillis) * periodMillis;
  const contributors = contributorsOf(alarm, store, endMillis);
  const states = contributors.map((values) => stateOf(alarm, values, before));
  if (states.includes("ALARM")) return "ALARM";
  return states.includes("OK") ? "OK" : (states[0] ?? stateOf(alarm, [], before));
}

/** Tenants in alarm of an alarm with a series for each. */
export function contributorsInAlarm(alarm: DeclaredAlarm, store: MetricStore, atMillis: number): readonly string[] {
  const expression = alarm.metricQueries?.[0]?.expression ?? "";
  const window = { periodSeconds: periodOf(alarm), count: alarm.evaluationPeriods, endMillis: atMillis };
  return [...metricsInsights(expression, store, window)]
    .filter(
      ([, values]) =>
        stateOf(
          alarm,
          values.map((value) => judged(alarm, value)),
          "OK",
        ) === "ALARM",
    )
    .map(([contributor]) => contributor);
}

type Judged = boolean | undefined;

const judged = ({ comparisonOperator, threshold = Number.NaN }: DeclaredAlarm, value: number | undefined): Judged => {
  const compare = exceeds[comparisonOperator];
  if (compare === undefined) throw new RangeError(`the evaluator does not know ${comparisonOperator}`);
  return value === undefined ? undefined : compare(value, threshold);
};

/** For each series whether each period breached; undefined where there was no data. */
function contributorsOf(alarm: DeclaredAlarm, store: MetricStore, endMillis: number): readonly (readonly Judged[])[] {
  const window = { periodSeconds: periodOf(alarm), count: alarm.evaluationPeriods, endMillis };
  const { metricQueries: queries } = alarm;
  if (queries === undefined) {
    const series = {
      namespace: alarm.namespace ?? "",
      name: alarm.metricName ?? "",
      dimensions: alarm.dimensions ?? {},
    };
    const statistic = alarm.statistic ?? alarm.extendedStatistic ?? "";
    return [store.read(series, statistic, window).map((value) => judged(alarm, value))];
  }
  const inputs = queries.flatMap(({ id, metric }) => (metric === undefined ? [] : [{ id, metric }]));
  const read = inputs.map(({ id, metric }) => [id, store.read(seriesOf(metric), metric.stat, window)] as const);
  const returned = queries.find(({ id, returnData }) => returnData === true && id !== alarm.thresholdMetricId);
  const expression = returned?.expression;
  if (expression?.startsWith("SELECT") === true)
    return [...metricsInsights(expression, store, window).values()].map((values) =>
      values.map((value) => judged(alarm, value)),
    );
  if (alarm.thresholdMetricId !== undefined) return [aboveBand(alarm, store, endMillis)];
  return [
    Array.from({ length: window.count }, (_, index) => {
      const values = Object.fromEntries(read.map(([id, points]) => [id, points[index]]));
      return judged(alarm, metricMath(expression ?? returned?.id ?? "", values));
    }),
  ];
}

const seriesOf = ({ namespace, metricName, dimensions = {} }: MetricStat): Series => ({
  namespace,
  name: metricName,
  dimensions,
});

/** CloudWatch learns two weeks, with seasons; mean and deviation of what came before stand for its band here. */
function aboveBand(alarm: DeclaredAlarm, store: MetricStore, endMillis: number): readonly Judged[] {
  const band = alarm.metricQueries?.find(({ id }) => id === alarm.thresholdMetricId)?.expression ?? "";
  const [, id, width] = /^ANOMALY_DETECTION_BAND\((\w+), (\d+)\)$/.exec(band) ?? [];
  const metric = alarm.metricQueries?.find((query) => query.id === id)?.metric;
  if (metric === undefined || width === undefined)
    throw new SyntaxError(`the evaluator does not know the band ${band}`);
  const periodSeconds = metric.period;
  const count = alarm.evaluationPeriods;
  const window = { periodSeconds, count, endMillis };
  const history = { periodSeconds, count: 288, endMillis: endMillis - count * periodSeconds * 1000 };
  const learnt = store.read(seriesOf(metric), metric.stat, history).filter((value) => value !== undefined);
  const mean = learnt.reduce((sum, value) => sum + value, 0) / learnt.length;
  const deviation = Math.sqrt(learnt.reduce((sum, value) => sum + (value - mean) ** 2, 0) / learnt.length);
  const threshold = mean + Number(width) * deviation;
  return store.read(seriesOf(metric), metric.stat, window).map((value) => judged({ ...alarm, threshold }, value));
}

function stateOf(alarm: DeclaredAlarm, periods: readonly Judged[], before: AlarmState): AlarmState {
  const { treatMissingData = "missing", evaluationPeriods, datapointsToAlarm = evaluationPeriods } = alarm;
  const missing = evaluationPeriods - periods.filter((period) => period !== undefined).length;
  const breaching =
    periods.filter((period) => period === true).length + (treatMissingData === "breaching" ? missing : 0);
  if (breaching >= datapointsToAlarm) return "ALARM";
  if (missing < evaluationPeriods || treatMissingData === "notBreaching") return "OK";
  return treatMissingData === "ignore" ? before : "INSUFFICIENT_DATA";
}
