import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import { isReference } from "./plan-monitoring.ts";

/** How long CloudWatch keeps data points: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html (Metrics retention) */
const kept = [
  { minutes: 60, days: 455 },
  { minutes: 5, days: 63 },
  { minutes: 1, days: 15 },
];

/** What the tier's monitoring asks and CloudWatch does not do, and who is not told. */
export function planMonitoringNotices({ spec, configuration: tier }: ResolvedTenant): readonly string[] {
  const { granularity_minutes, retention_days } = tier.monitoring.metrics;
  const days = kept.find(({ minutes }) => minutes <= granularity_minutes)?.days ?? 15;
  const coarser = kept.findLast((step) => step.days >= retention_days);
  const own = spec.placement.isolation !== "shared";
  return [
    ...(days < retention_days
      ? [
          `Metrics are to be kept for ${retention_days} days at ${granularity_minutes} min. CloudWatch keeps that resolution for ${days} days; until day ${retention_days} they are there at ${coarser?.minutes ?? 60} min.`,
        ]
      : []),
    ...(own && isReference(spec.owner)
      ? ["The owner is a reference and not an address: the operator alone is told of alarms."]
      : []),
  ];
}
