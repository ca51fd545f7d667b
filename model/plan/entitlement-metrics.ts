import type { EntitlementsPlan } from "./tenant-plan.ts";

/** How much of an entitlement is used: which metric says so, and how it is read. */
export interface EntitlementMetric {
  readonly entitlement: keyof Pick<
    EntitlementsPlan,
    "users" | "storageGb" | "aiSessionsPerMonth" | "apiRequestsPerHour" | "customIntegrations" | "webhookEndpoints"
  >;
  /** Key of its alarms. */
  readonly key: string;
  readonly label: string;
  /** Metric of a tenant with alarms of its own, in absolute numbers. */
  readonly metric: string;
  readonly statistic: "Maximum" | "Sum";
  readonly periodSeconds: number;
  /** Units of the metric in one of the entitlement, e.g. bytes in a gigabyte. */
  readonly factor: number;
  /** Metric of tenants of the pool, whose entitlements differ: a share. */
  readonly percentMetric: string;
}

const gauge = { statistic: "Maximum", periodSeconds: 300, factor: 1 } as const;

/**
 * One row for each entitlement of R-TIER-1 to 5. Monthly use is a metric that carries the month to date: an alarm
 * looks back seven days at the most.
 */
export const entitlementMetrics: readonly EntitlementMetric[] = [
  {
    ...gauge,
    entitlement: "users",
    key: "users",
    label: "users",
    metric: "users",
    percentMetric: "users_used_percent",
  },
  {
    ...gauge,
    entitlement: "storageGb",
    key: "storage",
    label: "GB of storage",
    metric: "storage_bytes",
    factor: 1e9,
    percentMetric: "storage_used_percent",
  },
  {
    ...gauge,
    entitlement: "aiSessionsPerMonth",
    key: "ai-sessions",
    label: "AI sessions a month",
    metric: "ai_sessions_month_to_date",
    percentMetric: "ai_sessions_used_percent",
  },
  {
    entitlement: "apiRequestsPerHour",
    key: "api-requests",
    label: "API requests an hour",
    metric: "api_requests",
    statistic: "Sum",
    periodSeconds: 3600,
    factor: 1,
    percentMetric: "api_requests_used_percent",
  },
  {
    ...gauge,
    entitlement: "customIntegrations",
    key: "custom-integrations",
    label: "custom integrations",
    metric: "custom_integrations",
    percentMetric: "custom_integrations_used_percent",
  },
  {
    ...gauge,
    entitlement: "webhookEndpoints",
    key: "webhook-endpoints",
    label: "webhook endpoints",
    metric: "webhook_endpoints",
    percentMetric: "webhook_endpoints_used_percent",
  },
];
