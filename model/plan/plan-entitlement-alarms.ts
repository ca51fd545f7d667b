import { type AlarmContext, describeAlarm } from "./alarm-context.ts";
import type { AlarmSeverity, MetricAlarmPlan } from "./alarm-plan.ts";
import { type EntitlementMetric, entitlementMetrics } from "./entitlement-metrics.ts";
import { type MetricContract, missingDataOf, seriesOf } from "./metric-contract.ts";
import type { EntitlementsPlan } from "./tenant-plan.ts";

/** Shares of an entitlement at which somebody is told. */
const levels = [
  { percent: 80, severity: "medium" },
  { percent: 100, severity: "high" },
] as const;

/** An alarm at 80 and one at 100 % of each entitlement; what is sold without limit has none. */
export function planEntitlementAlarms(
  context: AlarmContext,
  contract: MetricContract,
  entitlements: EntitlementsPlan,
  tenant: string,
): readonly MetricAlarmPlan[] {
  return entitlementMetrics.flatMap((row) => {
    const sold = entitlements[row.entitlement];
    if (sold.kind === "unlimited") return [];
    // Of nothing there are no 80 %: the first one is more than what is sold.
    const applying = sold.amount === 0 ? levels.slice(1) : levels;
    return applying.map((level) => usageAlarm(context, contract, row, { ...level, sold: sold.amount, tenant }));
  });
}

interface Level {
  readonly percent: 80 | 100;
  readonly severity: AlarmSeverity;
  readonly sold: number;
  readonly tenant: string;
}

/** An alarm at a share of what is sold; of nothing, the first one is more than what is sold. */
export function usageAlarm(
  context: AlarmContext,
  contract: MetricContract,
  { key, label, metric, statistic, periodSeconds, factor }: Omit<EntitlementMetric, "entitlement" | "percentMetric">,
  { percent, severity, sold, tenant }: Level,
): MetricAlarmPlan {
  const alarmKey = `${key}-${percent}`;
  return {
    key: alarmKey,
    alarmName: context.nameOf(alarmKey),
    category: "usage_limits",
    severity,
    description: describeAlarm(context, `${percent} % of ${sold} ${label} are used.`, severity, "usage_limits"),
    measure: {
      kind: "metric",
      metric: seriesOf(contract, metric, { tenant }),
      statistic,
      periodSeconds,
    },
    comparison: sold === 0 ? "above" : "at_least",
    threshold: (sold * factor * percent) / 100,
    evaluationPeriods: 1,
    datapointsToAlarm: 1,
    missingData: missingDataOf(contract, metric),
    audience: ["owner", "operator"],
  };
}

/** The same for all tenants of a pool at once: their shares, a series each. */
export function planPoolEntitlementAlarms(context: AlarmContext, contract: MetricContract): readonly MetricAlarmPlan[] {
  return entitlementMetrics.flatMap(({ key, label, percentMetric }) =>
    levels.map(({ percent, severity }) => {
      const alarmKey = `${key}-${percent}`;
      const what = `A tenant of the pool uses ${percent} % of its ${label}; the alarm's contributors say which.`;
      return {
        key: alarmKey,
        alarmName: context.nameOf(alarmKey),
        category: "usage_limits" as const,
        // Nobody is promised an answer in the pool, and the application refuses what goes beyond.
        severity: severity === "high" ? ("medium" as const) : ("low" as const),
        description: describeAlarm(context, what, severity === "high" ? "medium" : "low", "usage_limits"),
        measure: poolQuery(contract, percentMetric, "MAX", 300),
        comparison: "at_least" as const,
        threshold: percent,
        evaluationPeriods: 1,
        datapointsToAlarm: 1,
        missingData: missingDataOf(contract, percentMetric),
        audience: ["operator" as const],
      };
    }),
  );
}

/**
 * One series for each tenant in the cell's shared tables.
 *
 * @throws RangeError where the application does not emit the metric by tenant and isolation there.
 */
export function poolQuery(
  contract: MetricContract,
  name: string,
  fold: "MAX" | "SUM",
  periodSeconds: number,
): Extract<MetricAlarmPlan["measure"], { kind: "query" }> {
  const where = { isolation: "shared" };
  const { namespace } = seriesOf(contract, name, { tenant: "*", ...where });
  const schema = ["tenant", "isolation"];
  return { kind: "query", namespace, name, function: fold, schema, where, groupBy: "tenant", periodSeconds };
}
