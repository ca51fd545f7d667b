import { HorizontalPodAutoscaler } from "@pulumi/kubernetes/autoscaling/v2/horizontalPodAutoscaler.js";
import type * as pulumi from "@pulumi/pulumi";
import type { PodMetricPlan, PodScalingPlan, PodScalingStepPlan } from "../../model/plan/scaling-plan.ts";

export interface PodAutoscalerArgs {
  readonly plan: PodScalingPlan;
  readonly tenantId: string;
  /** Name and namespace, which are the Deployment's. */
  readonly metadata: { readonly name: string; readonly namespace: pulumi.Input<string> };
}

/**
 * Lets the number of a Deployment's pods follow its load, within what the tier sells. Costs the pods that it adds.
 *
 * While the Deployment has no pods, as a suspended tenant's, Kubernetes pauses the autoscaler.
 */
export function declarePodAutoscaler(
  name: string,
  { plan, tenantId, metadata }: PodAutoscalerArgs,
  opts: pulumi.CustomResourceOptions,
): HorizontalPodAutoscaler {
  return new HorizontalPodAutoscaler(
    name,
    {
      // Nothing waits for the first measurement.
      metadata: { ...metadata, annotations: { "pulumi.com/skipAwait": "true" } },
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: metadata.name },
        minReplicas: plan.minReplicas,
        maxReplicas: plan.maxReplicas,
        metrics: plan.metrics.map((metric) => metricSpec(metric, tenantId)),
        behavior: { scaleUp: rules(plan.up), scaleDown: rules(plan.down) },
      },
    },
    opts,
  );
}

function metricSpec(metric: PodMetricPlan, tenantId: string) {
  if (metric.kind === "resource") {
    const target = { type: "Utilization", averageUtilization: metric.utilizationPercent };
    return { type: "Resource", resource: { name: metric.resource, target } };
  }
  const selector = { matchLabels: { tenant: tenantId } };
  // In thousandths: `800m` is four fifths of the entitlement.
  const target = { type: "Value", value: `${metric.thresholdPercent * 10}m` };
  return { type: "External", external: { metric: { name: metric.metric, selector }, target } };
}

function rules({ stabilizationSeconds, periodSeconds, percent }: PodScalingStepPlan) {
  const window = { stabilizationWindowSeconds: stabilizationSeconds };
  if (percent === undefined) return { ...window, selectPolicy: "Disabled" };
  return {
    ...window,
    selectPolicy: "Max",
    policies: [
      { type: "Percent", value: percent, periodSeconds },
      // From few pods a share alone rounds to none.
      { type: "Pods", value: 1, periodSeconds },
    ],
  };
}
