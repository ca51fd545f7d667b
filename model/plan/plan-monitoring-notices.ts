import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import { daysKeptAt, isBeyondCloudWatch } from "./plan-metric-archive.ts";
import { isReference } from "./plan-monitoring.ts";

/** What the tier's monitoring asks and CloudWatch does not do, and who is not told. */
export function planMonitoringNotices({ spec, configuration: tier }: ResolvedTenant): readonly string[] {
  const { granularity_minutes, retention_days } = tier.monitoring.metrics;
  const own = spec.placement.isolation !== "shared";
  return [
    ...(isBeyondCloudWatch(tier.monitoring)
      ? [
          `Metrics are kept for ${retention_days} days at ${granularity_minutes} min in the cell's metric archive. CloudWatch itself, where alarms and dashboards look, keeps that resolution for ${daysKeptAt(granularity_minutes)} days.`,
        ]
      : []),
    ...(own && isReference(spec.owner)
      ? ["The owner is a reference and not an address: the operator alone is told of alarms."]
      : []),
  ];
}
