import type { TierSpec } from "../specs/tier-spec.ts";
import type { AlarmContext } from "./alarm-context.ts";
import type { AlarmCategory, AlarmSeverity, MetricAlarmPlan } from "./alarm-plan.ts";
import type { LogGroupPlan } from "./log-group-plan.ts";
import type { MetricFilterPlan } from "./monitoring-plan.ts";
import { alarmOf } from "./plan-health-alarms.ts";

/** What is counted in the log group of a category, and from how many lines on somebody is told. */
interface CountedLines {
  readonly key: string;
  readonly logs: LogGroupPlan["category"];
  readonly pattern: string;
  readonly metricName: string;
  readonly alerting: keyof TierSpec["monitoring"]["alerting"] & AlarmCategory;
  readonly severity: AlarmSeverity;
  readonly what: string;
  readonly periodSeconds: number;
  readonly lines: number;
}

/** Lines are structured: `level`, `category`, `message`, and in the audit log `outcome`. */
const countedLines: readonly CountedLines[] = [
  {
    key: "application-errors",
    logs: "application",
    pattern: '{ $.level = "ERROR" }',
    metricName: "application_errors",
    alerting: "system_health",
    severity: "high",
    what: "The application logs errors: 5 within 5 min.",
    periodSeconds: 300,
    lines: 5,
  },
  {
    key: "security-warnings",
    logs: "security",
    pattern: '{ ($.level = "WARN") || ($.level = "ERROR") }',
    metricName: "security_warnings",
    alerting: "security_events",
    severity: "high",
    what: "Requests are refused for what they try: 5 within 5 min.",
    periodSeconds: 300,
    lines: 5,
  },
  {
    key: "audit-denials",
    logs: "audit",
    pattern: '{ $.outcome = "denied" }',
    metricName: "audit_denials",
    alerting: "compliance_violations",
    severity: "medium",
    what: "Changes are refused by a rule: 10 within an hour.",
    periodSeconds: 3600,
    lines: 10,
  },
];

export interface LogAlarmNames {
  readonly metricFilter: (key: string) => string;
  readonly logMetrics: string;
}

/** Filters on those of the tenant's log groups that there are, and an alarm on what each counts. */
export function planLogAlarms(
  context: AlarmContext,
  names: LogAlarmNames,
  alerting: TierSpec["monitoring"]["alerting"],
  logGroups: readonly LogGroupPlan[],
): { readonly metricFilters: readonly MetricFilterPlan[]; readonly alarms: readonly MetricAlarmPlan[] } {
  const counted = countedLines.flatMap((row) => {
    const group = logGroups.find(({ category }) => category === row.logs);
    return group === undefined || !alerting[row.alerting] ? [] : [{ row, logGroupName: group.logGroupName }];
  });
  return {
    metricFilters: counted.map(({ row: { key, pattern, metricName }, logGroupName }) => ({
      key,
      filterName: names.metricFilter(key),
      logGroupName,
      pattern,
      namespace: names.logMetrics,
      metricName,
    })),
    alarms: counted.map(({ row }) =>
      alarmOf(
        context,
        row.key,
        { category: row.alerting, severity: row.severity, what: row.what },
        {
          measure: {
            kind: "metric",
            metric: { namespace: names.logMetrics, name: row.metricName, dimensions: {} },
            statistic: "Sum",
            periodSeconds: row.periodSeconds,
          },
          comparison: "at_least",
          threshold: row.lines,
          evaluationPeriods: 1,
          missingData: "notBreaching",
        },
      ),
    ),
  };
}
