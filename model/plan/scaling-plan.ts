/** What a pod autoscaler holds one metric to. */
export type PodMetricPlan =
  /** Share of what the pods ask for, in percent, averaged over them; measured by the cluster's metrics server. */
  | { readonly kind: "resource"; readonly resource: "cpu" | "memory"; readonly utilizationPercent: number }
  /**
   * A metric from outside the cluster: the share of what the tenant is entitled to that is in use, where 1 is all of
   * it. Served by the cell's adapter of external metrics, under the tenant's label.
   */
  | { readonly kind: "external"; readonly metric: string; readonly thresholdPercent: number };

/** How fast the number of pods may change in one direction. */
export interface PodScalingStepPlan {
  /** Seconds over which the most careful recommendation is taken: the cooldown. */
  readonly stabilizationSeconds: number;
  /** Seconds in which the number changes by `percent` at the most; Kubernetes accepts 1 to 1,800. */
  readonly periodSeconds: number;
  /** Absent where the factor sold is 1: then nothing changes in this direction. */
  readonly percent?: number;
}

/** How the number of a tenant's pods follows its load: a HorizontalPodAutoscaler's settings. */
export interface PodScalingPlan {
  readonly minReplicas: number;
  /** The tier's `max_capacity`; the namespace's quota has room for no more. */
  readonly maxReplicas: number;
  readonly metrics: readonly PodMetricPlan[];
  readonly up: PodScalingStepPlan;
  readonly down: PodScalingStepPlan;
}

/** How the number of an Aurora cluster's readers follows their load. */
export interface ReaderScalingPlan {
  readonly policyName: string;
  /** The declared readers, which are always there. */
  readonly minReaders: number;
  readonly maxReaders: number;
  /** Processor use that is aimed at, in percent, averaged over the readers. */
  readonly utilizationPercent: number;
  readonly scaleOutCooldownSeconds: number;
  readonly scaleInCooldownSeconds: number;
}
