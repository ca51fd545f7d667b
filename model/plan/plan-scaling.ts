import type { CellSpec } from "../specs/cell-spec.ts";
import type { TierSpec } from "../specs/tier-spec.ts";
import type { PodMetricPlan, PodScalingPlan, PodScalingStepPlan, ReaderScalingPlan } from "./scaling-plan.ts";

type AutoScaling = TierSpec["infrastructure"]["auto_scaling"];
type ScalingMetric = AutoScaling["custom_metrics"][number];

/** Longest period of an autoscaler's policy, in seconds. Source: Kubernetes API, `HPAScalingPolicy.periodSeconds`. */
const longestPeriodSeconds = 1800;

const resourceOf: Partial<Record<ScalingMetric, "cpu" | "memory">> = { cpu_usage: "cpu", memory_usage: "memory" };
const isExternal = (metric: ScalingMetric): boolean => resourceOf[metric] === undefined;

/** Whether something in the cell answers for metrics from outside the cluster. */
const servesExternalMetrics = (cell: Pick<CellSpec, "kubernetes">): boolean =>
  cell.kubernetes.external_metrics === true;

/**
 * How the number of the tenant's pods follows its load; undefined where the tier does not scale by itself.
 *
 * An autoscaler that misses one of its metrics never scales in, so metrics from outside the cluster are in it only
 * where the cell has an adapter for them; `scalingNotices` says which are left out.
 */
export function planPodScaling(tier: TierSpec, cell: Pick<CellSpec, "kubernetes">): PodScalingPlan | undefined {
  const { auto_scaling: scaling } = tier.infrastructure;
  if (!scaling.enabled) return undefined;
  const factor = scaling.max_scale_factor;
  return {
    minReplicas: scaling.min_capacity,
    maxReplicas: scaling.max_capacity,
    metrics: planMetrics(scaling, servesExternalMetrics(cell)),
    up: step(scaling.scale_up_cooldown_seconds, Math.floor((factor - 1) * 100)),
    down: step(scaling.scale_down_cooldown_seconds, Math.floor((1 - 1 / factor) * 100)),
  };
}

function planMetrics(scaling: AutoScaling, external: boolean): readonly PodMetricPlan[] {
  const utilizationPercent = Math.max(1, scaling.target_utilization_percent);
  const thresholdPercent = Math.max(1, scaling.scale_up_threshold_percent);
  const metrics = scaling.custom_metrics.flatMap((metric): readonly PodMetricPlan[] => {
    const resource = resourceOf[metric];
    if (resource !== undefined) return [{ kind: "resource", resource, utilizationPercent }];
    return external ? [{ kind: "external", metric, thresholdPercent }] : [];
  });
  // An autoscaler needs a metric: without one that is served it follows the processor, as Kubernetes does by default.
  return metrics.length > 0 ? metrics : [{ kind: "resource", resource: "cpu", utilizationPercent }];
}

const step = (cooldownSeconds: number, percent: number): PodScalingStepPlan => ({
  stabilizationSeconds: cooldownSeconds,
  periodSeconds: Math.min(Math.max(1, cooldownSeconds), longestPeriodSeconds),
  ...(percent > 0 ? { percent } : {}),
});

/** What the tier says of scaling and nothing in the tenant's infrastructure carries out. */
export function scalingNotices(tier: TierSpec, cell: Pick<CellSpec, "id" | "kubernetes">): readonly string[] {
  const { auto_scaling: scaling, isolation } = tier.infrastructure;
  if (!scaling.enabled) return [];
  const unserved = servesExternalMetrics(cell) ? [] : scaling.custom_metrics.filter(isExternal);
  return [
    ...(unserved.length === 0
      ? []
      : [
          `The number of pods does not follow ${unserved.join(", ")}: the cell ${cell.id} has no adapter of external metrics, and an autoscaler that misses a metric never scales in. ` +
            "Install one (such as KEDA's metrics server) and set kubernetes.external_metrics: true in the cell's file.",
        ]),
    ...(scaling.predictive_scaling
      ? [
          "Predictive scaling is not carried out: AWS has it for EC2 Auto Scaling groups and for ECS services, and neither runs a tenant's pods by itself; pods follow the load as it is measured.",
        ]
      : []),
    ...(isolation === "database"
      ? [
          "The RDS instance grows its storage by itself; its class and its number of read replicas do not follow the load.",
        ]
      : []),
  ];
}

/** Most readers of an Aurora cluster. Source: "Quotas and constraints for Amazon Aurora". */
const mostReaders = 15;

/**
 * How far the readers of a cell's Aurora cluster follow their load: from the read replicas that the tier sells up to
 * its scale factor of them; undefined where no tier scales, or where that leaves no room.
 */
export function planReaderScaling(
  tiers: readonly TierSpec[],
  minReaders: number,
  policyName: string,
): ReaderScalingPlan | undefined {
  const [tier] = tiers
    .filter(({ infrastructure }) => infrastructure.auto_scaling.enabled)
    .toSorted((one, other) => readersSold(other) - readersSold(one));
  if (tier === undefined || Math.min(mostReaders, readersSold(tier)) <= minReaders) return undefined;
  const { auto_scaling: scaling } = tier.infrastructure;
  return {
    policyName,
    minReaders,
    maxReaders: Math.min(mostReaders, readersSold(tier)),
    utilizationPercent: Math.max(1, scaling.target_utilization_percent),
    scaleOutCooldownSeconds: scaling.scale_up_cooldown_seconds,
    scaleInCooldownSeconds: scaling.scale_down_cooldown_seconds,
  };
}

const readersSold = ({ infrastructure: { database, auto_scaling } }: TierSpec): number =>
  Math.floor(database.read_replicas * auto_scaling.max_scale_factor);
