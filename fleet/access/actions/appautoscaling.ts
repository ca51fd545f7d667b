import { type AccessTable, actionsOf, anyResource } from "./type-access.ts";

/**
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsapplicationautoscaling.html: targets have
 * ids that the service makes.
 */
export const appautoscalingAccess: AccessTable = {
  "aws:appautoscaling/target:Target": {
    actions: actionsOf(
      "application-autoscaling",
      "RegisterScalableTarget DescribeScalableTargets DeregisterScalableTarget ListTagsForResource TagResource UntagResource",
    ),
    resources: anyResource,
  },
  "aws:appautoscaling/policy:Policy": {
    actions: actionsOf("application-autoscaling", "PutScalingPolicy DescribeScalingPolicies DeleteScalingPolicy"),
    resources: anyResource,
  },
};
