import type { cellNames } from "../naming.ts";
import type { ApplicationSpec } from "../specs/application-spec.ts";
import type { TierSpec } from "../specs/tier-spec.ts";
import type { MetricArchivePlan } from "./monitoring-plan.ts";

/** How long CloudWatch keeps data points: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html (Metrics retention) */
const kept = [
  { minutes: 60, days: 455 },
  { minutes: 5, days: 63 },
  { minutes: 1, days: 15 },
];

/** Days for which CloudWatch keeps data points of a resolution; afterwards it folds them into coarser ones. */
export const daysKeptAt = (minutes: number): number => kept.find((step) => step.minutes <= minutes)?.days ?? 15;

/** Whether a tier promises a resolution for longer than CloudWatch keeps it. */
export const isBeyondCloudWatch = ({ metrics }: TierSpec["monitoring"]): boolean =>
  metrics.enabled && daysKeptAt(metrics.granularity_minutes) < metrics.retention_days;

/** A stream of metrics into a bucket, for as long as the longest of the tiers promises; absent where CloudWatch keeps enough. */
export function planMetricArchive(
  offered: readonly TierSpec[],
  application: ApplicationSpec,
  names: ReturnType<typeof cellNames>,
): MetricArchivePlan | undefined {
  const beyond = offered.map(({ monitoring }) => monitoring).filter(isBeyondCloudWatch);
  if (beyond.length === 0) return undefined;
  return {
    streamName: names.metricStream,
    deliveryStreamName: names.metricDelivery,
    bucketName: names.metricBucket,
    streamRoleName: names.metricStreamRole,
    deliveryRoleName: names.metricDeliveryRole,
    // What each tenant is promised a resolution of; AWS' own metrics are not sold.
    namespaces: [application.name],
    deleteAfterDays: Math.max(...beyond.map(({ metrics }) => metrics.retention_days)),
  };
}
