/** Categories of a tier's `monitoring.alerting`, and the service level that it promises. */
export type AlarmCategory =
  | "system_health"
  | "security_events"
  | "usage_limits"
  | "performance"
  | "business_metrics"
  | "compliance_violations"
  | "service_level";

/** How soon somebody answers: the tier's `support.response_hours` says how many hours each is. */
export type AlarmSeverity = "critical" | "high" | "medium" | "low";

/** One series of one metric. */
export interface MetricReference {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** `Sum`, `Average`, `Minimum`, `Maximum`, `SampleCount`, or a percentile such as `p95`. */
export type Statistic = string;

/** What an alarm looks at. */
export type AlarmMeasure =
  | {
      readonly kind: "metric";
      readonly metric: MetricReference;
      readonly statistic: Statistic;
      readonly periodSeconds: number;
    }
  | {
      /** Metric math over series of one period. */
      readonly kind: "expression";
      readonly expression: string;
      readonly label: string;
      readonly inputs: readonly {
        readonly id: string;
        readonly metric: MetricReference;
        readonly statistic: Statistic;
      }[];
      readonly periodSeconds: number;
    }
  | {
      /** Metrics Insights over all tenants of a pool, a series each. */
      readonly kind: "query";
      readonly namespace: string;
      readonly name: string;
      readonly function: "MAX" | "SUM";
      /** All dimensions of the metric. */
      readonly schema: readonly string[];
      readonly where: Readonly<Record<string, string>>;
      readonly groupBy: string;
      readonly periodSeconds: number;
    }
  | {
      /** A series against the band that CloudWatch has learnt for it. */
      readonly kind: "anomaly";
      readonly metric: MetricReference;
      readonly statistic: Statistic;
      readonly periodSeconds: number;
      /** Width of the band in standard deviations. */
      readonly deviations: number;
    };

export interface MetricAlarmPlan {
  /** Part of the logical and physical name, e.g. `users-80`. */
  readonly key: string;
  readonly alarmName: string;
  readonly category: AlarmCategory;
  readonly severity: AlarmSeverity;
  readonly description: string;
  readonly measure: AlarmMeasure;
  readonly comparison: "at_least" | "above" | "below" | "at_most" | "above_band";
  /** In the metric's unit; absent where a band is the threshold. */
  readonly threshold?: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly missingData: "breaching" | "notBreaching" | "ignore" | "missing";
  /** Who is told; nobody where a composite alarm tells. */
  readonly audience: readonly AlarmAudience[];
}

export type AlarmAudience = "owner" | "operator";

/** In alarm while its condition on other alarms holds. */
export interface CompositeAlarmPlan {
  readonly key: string;
  readonly alarmName: string;
  readonly category: AlarmCategory;
  readonly severity: AlarmSeverity;
  readonly description: string;
  readonly condition: "any" | "all";
  /** Keys of metric alarms of the same plan. */
  readonly of: readonly string[];
  readonly audience: readonly AlarmAudience[];
}
