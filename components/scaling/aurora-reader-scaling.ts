import { Policy } from "@pulumi/aws/appautoscaling/policy.js";
import { Target } from "@pulumi/aws/appautoscaling/target.js";
import * as pulumi from "@pulumi/pulumi";
import type { ReaderScalingPlan } from "../../model/plan/scaling-plan.ts";

export interface AuroraReaderScalingArgs {
  readonly plan: ReaderScalingPlan;
  readonly clusterIdentifier: pulumi.Input<string>;
}

/**
 * Lets the number of an Aurora cluster's readers follow what they have to do, from those that are declared up to what
 * is sold. Costs the readers that it adds, of the declared ones' class; a destroy leaves those to be deleted by hand.
 */
export class AuroraReaderScaling extends pulumi.ComponentResource {
  constructor(name: string, args: AuroraReaderScalingArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:AuroraReaderScaling", name, {}, opts);
    const { plan, clusterIdentifier } = args;
    const target = new Target(
      name,
      {
        serviceNamespace: "rds",
        resourceId: pulumi.interpolate`cluster:${clusterIdentifier}`,
        scalableDimension: "rds:cluster:ReadReplicaCount",
        minCapacity: plan.minReaders,
        maxCapacity: plan.maxReaders,
      },
      { parent: this },
    );
    new Policy(
      `${name}-policy`,
      {
        name: plan.policyName,
        policyType: "TargetTrackingScaling",
        serviceNamespace: target.serviceNamespace,
        resourceId: target.resourceId,
        scalableDimension: target.scalableDimension,
        targetTrackingScalingPolicyConfiguration: {
          predefinedMetricSpecification: { predefinedMetricType: "RDSReaderAverageCPUUtilization" },
          targetValue: plan.utilizationPercent,
          scaleInCooldown: plan.scaleInCooldownSeconds,
          scaleOutCooldown: plan.scaleOutCooldownSeconds,
        },
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
