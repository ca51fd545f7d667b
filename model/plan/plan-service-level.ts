import { type AlarmContext, describeAlarm } from "./alarm-context.ts";
import type { AlarmMeasure, CompositeAlarmPlan, MetricAlarmPlan } from "./alarm-plan.ts";
import { type MetricContract, seriesOf } from "./metric-contract.ts";
import type { BurnRatePlan, ServiceLevelPlan } from "./service-level-plan.ts";

const hour = 3600;
const windowDays = 30;

/**
 * Pairs of windows of the Site Reliability Workbook, chapter 5: 2 % of a month's budget in an hour, 5 % in six, 10 % in
 * a day. Its fourth (a budget's worth in three days) needs one data point of three days: CloudWatch folds a day at the
 * most, so slower burning shows on the dashboard alone.
 */
const burnRates: readonly BurnRatePlan[] = [
  { factor: 14.4, longWindowSeconds: hour, shortWindowSeconds: 300, severity: "critical" },
  { factor: 6, longWindowSeconds: 6 * hour, shortWindowSeconds: 1800, severity: "high" },
  { factor: 3, longWindowSeconds: 24 * hour, shortWindowSeconds: 2 * hour, severity: "medium" },
];

/** The tier's `sla.availability_percent` as an objective over 30 days. */
export function planServiceLevel(objectivePercent: number): ServiceLevelPlan {
  const budgetShare = (100 - objectivePercent) / 100;
  return {
    objectivePercent,
    windowDays,
    errorBudgetMinutes: rounded(windowDays * 24 * 60 * budgetShare),
    // A threshold of 100 % or more can never be reached: a loose objective has fewer pairs.
    burnRates: burnRates.filter(({ factor }) => factor * budgetShare < 1),
  };
}

/** Percent of requests that fail; silence is no failure. */
export function errorPercent(contract: MetricContract, tenant: string, periodSeconds: number): AlarmMeasure {
  const of = (name: string) => seriesOf(contract, name, { tenant });
  return {
    kind: "expression",
    expression: "IF(requests > 0, 100 * errors / requests, 0)",
    label: "failed requests in percent",
    inputs: [
      { id: "errors", metric: of("api_errors"), statistic: "Sum" },
      { id: "requests", metric: of("api_requests"), statistic: "Sum" },
    ],
    periodSeconds,
  };
}

/** For each pair of windows an alarm on each, which tells nobody, and one on both, which does. */
export function planBurnRateAlarms(
  context: AlarmContext,
  contract: MetricContract,
  { burnRates: pairs, objectivePercent }: ServiceLevelPlan,
  tenant: string,
): { readonly alarms: readonly MetricAlarmPlan[]; readonly composites: readonly CompositeAlarmPlan[] } {
  const alarms = pairs.flatMap((pair) =>
    (["long", "short"] as const).map((window): MetricAlarmPlan => {
      const key = `burn-${pair.severity}-${window}`;
      const seconds = window === "long" ? pair.longWindowSeconds : pair.shortWindowSeconds;
      const what = `The error budget burns ${pair.factor} times too fast over ${seconds / 60} min.`;
      return {
        key,
        alarmName: context.nameOf(key),
        category: "service_level",
        severity: pair.severity,
        description: describeAlarm(context, what, pair.severity, "service_level"),
        measure: errorPercent(contract, tenant, seconds),
        comparison: "at_least",
        threshold: rounded(pair.factor * (100 - objectivePercent)),
        evaluationPeriods: 1,
        datapointsToAlarm: 1,
        missingData: "notBreaching",
        audience: [],
      };
    }),
  );
  const composites = pairs.map(({ severity, factor }): CompositeAlarmPlan => {
    const key = `burn-${severity}`;
    const what = `${objectivePercent} % were promised, and the error budget burns ${factor} times too fast.`;
    return {
      key,
      alarmName: context.nameOf(key),
      category: "service_level",
      severity,
      description: describeAlarm(context, what, severity, "service_level"),
      condition: "all",
      of: [`${key}-long`, `${key}-short`],
      audience: ["owner", "operator"],
    };
  });
  return { alarms, composites };
}

/** Without the dust of binary fractions: (100 - 99.99) is not quite 0.01. */
const rounded = (value: number): number => Number(value.toFixed(6));
