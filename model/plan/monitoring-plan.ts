import type { CompositeAlarmPlan, MetricAlarmPlan } from "./alarm-plan.ts";
import type { ServiceLevelPlan } from "./service-level-plan.ts";

/** Counts the lines of a log group that match. */
export interface MetricFilterPlan {
  readonly key: string;
  readonly filterName: string;
  readonly logGroupName: string;
  /** JSON pattern of CloudWatch Logs. */
  readonly pattern: string;
  readonly namespace: string;
  readonly metricName: string;
}

export interface DashboardPlan {
  readonly dashboardName: string;
  /** JSON text of CloudWatch's dashboard body. */
  readonly body: string;
}

/** Where somebody is told of alarms. */
export interface TopicPlan {
  readonly topicName: string;
  readonly displayName: string;
  /** Mail address; whoever has it must confirm once. Absent: people subscribe by themselves. */
  readonly subscriber?: string;
}

/** What a tenant of its own alarms has; a tenant of the pool has none of it, its cell watches over it. */
export interface OwnMonitoringPlan {
  readonly alarms: readonly MetricAlarmPlan[];
  readonly composites: readonly CompositeAlarmPlan[];
  readonly metricFilters: readonly MetricFilterPlan[];
  readonly dashboard: DashboardPlan;
  /** Absent where the owner is a reference and not an address: the operator alone is told. */
  readonly ownerTopic?: TopicPlan;
  /** Log group whose patterns are learnt; absent where the tier has no anomaly alarms. */
  readonly anomalyDetector?: { readonly detectorName: string; readonly logGroupName: string };
  /** Log group in which addresses and card numbers are masked; absent where the tier does not minimise data. */
  readonly masking?: { readonly policyName: string; readonly logGroupName: string };
}

export type TenantMonitoringPlan =
  | { readonly kind: "cell"; readonly serviceLevel: ServiceLevelPlan }
  | ({ readonly kind: "own"; readonly serviceLevel: ServiceLevelPlan } & OwnMonitoringPlan);

/** Metrics as they were measured, in a bucket. */
export interface MetricArchivePlan {
  readonly streamName: string;
  readonly deliveryStreamName: string;
  readonly bucketName: string;
  readonly streamRoleName: string;
  readonly deliveryRoleName: string;
  /** Namespaces of the metrics that are kept. */
  readonly namespaces: readonly string[];
  readonly deleteAfterDays: number;
}

/** What a cell watches over, and where its operators are told. */
export interface CellMonitoringPlan {
  readonly alarms: readonly MetricAlarmPlan[];
  readonly composites: readonly CompositeAlarmPlan[];
  readonly dashboard: DashboardPlan;
  /** Critical and high: somebody is called. */
  readonly urgentTopic: TopicPlan;
  /** Absent where CloudWatch keeps metrics for as long as every tier promises. */
  readonly archive?: MetricArchivePlan;
  /** Medium and low: somebody looks at it during the day. */
  readonly routineTopic: TopicPlan;
}
