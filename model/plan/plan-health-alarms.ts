import type { TierSpec } from "../specs/tier-spec.ts";
import { type AlarmContext, describeAlarm } from "./alarm-context.ts";
import type { AlarmCategory, AlarmSeverity, MetricAlarmPlan } from "./alarm-plan.ts";
import { type MetricContract, missingDataOf, seriesOf } from "./metric-contract.ts";
import { errorPercent } from "./plan-service-level.ts";

/** What the product calls slow, for 95 of 100 requests; no tier sells less. */
const slowMilliseconds = 1000;
const failingPercent = 5;

type Shape = Pick<MetricAlarmPlan, "measure" | "comparison" | "threshold" | "evaluationPeriods" | "missingData"> & {
  readonly datapointsToAlarm?: number;
};

/** An alarm of this key, told to owner and operator unless said otherwise; all of its periods breach unless said otherwise. */
export function alarmOf(
  context: AlarmContext,
  key: string,
  { category, severity, what }: { category: AlarmCategory; severity: AlarmSeverity; what: string },
  shape: Shape,
  audience: MetricAlarmPlan["audience"] = ["owner", "operator"],
): MetricAlarmPlan {
  return {
    key,
    alarmName: context.nameOf(key),
    category,
    severity,
    description: describeAlarm(context, what, severity, category),
    datapointsToAlarm: shape.evaluationPeriods,
    ...shape,
    audience,
  };
}

/** Whether a tenant's application serves, without failures and fast enough, and whether anybody uses it. */
export function planApplicationAlarms(
  context: AlarmContext,
  contract: MetricContract,
  { alerting, metrics }: TierSpec["monitoring"],
  tenant: string,
): readonly MetricAlarmPlan[] {
  const series = (name: string) => seriesOf(contract, name, { tenant });
  const ready = alarmOf(
    context,
    "ready",
    { category: "system_health", severity: "critical", what: "The application does not serve, or says nothing." },
    {
      measure: {
        kind: "metric",
        metric: series("ready"),
        statistic: "Minimum",
        // As often as the application reports: a longer silence is none.
        periodSeconds: 60 * metrics.granularity_minutes,
      },
      comparison: "below",
      threshold: 1,
      evaluationPeriods: 3,
      missingData: missingDataOf(contract, "ready"),
    },
  );
  const errors = alarmOf(
    context,
    "errors",
    { category: "system_health", severity: "high", what: `${failingPercent} % of requests fail.` },
    {
      measure: errorPercent(contract, tenant, 300),
      comparison: "at_least",
      threshold: failingPercent,
      evaluationPeriods: 3,
      datapointsToAlarm: 2,
      missingData: "notBreaching",
    },
  );
  const latency = alarmOf(
    context,
    "latency",
    { category: "performance", severity: "medium", what: `5 of 100 requests take over ${slowMilliseconds} ms.` },
    {
      measure: { kind: "metric", metric: series("api_latency_milliseconds"), statistic: "p95", periodSeconds: 300 },
      comparison: "above",
      threshold: slowMilliseconds,
      evaluationPeriods: 3,
      missingData: missingDataOf(contract, "api_latency_milliseconds"),
    },
  );
  return [
    ...(alerting.system_health ? [ready, errors] : []),
    ...(alerting.performance ? [latency] : []),
    ...(alerting.business_metrics ? [unusedAlarm(context, contract, tenant)] : []),
  ];
}

/** A customer who does not come back is worth a call. */
const unusedAlarm = (context: AlarmContext, contract: MetricContract, tenant: string): MetricAlarmPlan =>
  alarmOf(
    context,
    "unused",
    { category: "business_metrics", severity: "low", what: "Nobody has used the product for three days." },
    {
      measure: {
        kind: "metric",
        metric: seriesOf(contract, "active_users", { tenant }),
        statistic: "Maximum",
        periodSeconds: 86_400,
      },
      comparison: "below",
      threshold: 1,
      evaluationPeriods: 3,
      missingData: missingDataOf(contract, "active_users"),
    },
    ["operator"],
  );

/** Traffic outside the band that CloudWatch has learnt of the last two weeks. */
export const planAnomalyAlarm = (context: AlarmContext, contract: MetricContract, tenant: string): MetricAlarmPlan =>
  alarmOf(
    context,
    "traffic-anomaly",
    { category: "security_events", severity: "medium", what: "Far more requests come in than usual at this hour." },
    {
      measure: {
        kind: "anomaly",
        metric: seriesOf(contract, "api_requests", { tenant }),
        statistic: "Sum",
        periodSeconds: 300,
        deviations: 4,
      },
      comparison: "above_band",
      evaluationPeriods: 3,
      missingData: "notBreaching",
    },
    ["operator"],
  );
