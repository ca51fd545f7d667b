import type { LogDeliveryConfigurationArgs } from "@pulumi/aws/cognito/logDeliveryConfiguration.js";
import type * as pulumi from "@pulumi/pulumi";
import type { UserPoolPlan } from "../../model/plan/identity-plan.ts";

/**
 * What a pool tells of itself: messages that did not arrive, and in the plan Plus each sign-in with its risk.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html
 */
export function logArgs(
  { featurePlan }: UserPoolPlan,
  userPoolId: pulumi.Input<string>,
  logGroupArn: pulumi.Input<string>,
): LogDeliveryConfigurationArgs {
  const cloudWatchLogsConfiguration = { logGroupArn };
  const undelivered = { eventSource: "userNotification", logLevel: "ERROR", cloudWatchLogsConfiguration };
  const signIns = { eventSource: "userAuthEvents", logLevel: "INFO", cloudWatchLogsConfiguration };
  return { userPoolId, logConfigurations: featurePlan === "PLUS" ? [undelivered, signIns] : [undelivered] };
}
