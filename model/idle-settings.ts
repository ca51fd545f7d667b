/** A setting of a tier's template that changes neither a resource nor what is published, and why. */
export interface IdleSetting {
  readonly path: string;
  /** Row of the requirements that it belongs to. */
  readonly row: string;
  readonly because: string;
}

const offBoarding = "off-boarding is not built yet: nothing reads it before a tenant leaves";

/** Every setting that nothing acts on; a test changes each of all others and sees a plan change. */
export const idleSettings: readonly IdleSetting[] = [
  {
    path: "infrastructure.auto_scaling.scale_down_threshold_percent",
    row: "R-INF-4",
    because: "a HorizontalPodAutoscaler shrinks by the utilisation that it aims at, and knows no threshold for that",
  },
  {
    path: "infrastructure.database.query_optimization",
    row: "R-INF-8",
    because: "PostgreSQL plans queries by itself; slow ones are logged for people to look at, whatever this says",
  },
  {
    path: "infrastructure.database.index_tuning",
    row: "R-INF-8",
    because: "indexes are the application's, and come with its migrations",
  },
  {
    path: "infrastructure.database.partitioning",
    row: "R-INF-8",
    because: "the application's migrations partition what grows at every level, whatever this says",
  },
  {
    path: "infrastructure.recovery.rto_minutes",
    row: "R-INF-6",
    because: "it is checked against what the SLA allows in a month; no service takes a recovery time as a setting",
  },
  {
    path: "monitoring.logging.log_aggregation",
    row: "R-MON-3",
    because: "the lines of all pods are in one log group of their category anyway",
  },
  {
    path: "billing.usage_tracking.cost_attribution",
    row: "R-BIL-3",
    because: "every resource carries the tags that costs are attributed by, whatever this says",
  },
  { path: "lifecycle.deprovisioning.grace_period_days", row: "R-LC-5", because: offBoarding },
  { path: "lifecycle.deprovisioning.data_retention_days", row: "R-LC-5", because: offBoarding },
  { path: "lifecycle.deprovisioning.backup_before_deletion", row: "R-LC-5", because: offBoarding },
  { path: "lifecycle.deprovisioning.secure_data_destruction", row: "R-LC-5", because: offBoarding },
  { path: "lifecycle.deprovisioning.compliance_certificates", row: "R-LC-5", because: offBoarding },
];
