import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import { ScheduleGroup } from "@pulumi/aws/scheduler/scheduleGroup.js";
import { Queue } from "@pulumi/aws/sqs/queue.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellKeyRotationPlan } from "../../model/plan/key-plan.ts";

export interface CellKeyRotationArgs {
  readonly plan: CellKeyRotationPlan;
  /** Where the operators hear of what can wait until morning. */
  readonly topicArn: pulumi.Input<string>;
}

/** Longest that a queue keeps a message, in seconds: 14 days. */
const longestRetentionSeconds = 1_209_600;

/**
 * Where the schedules are that rotate tenants' keys on demand, and where a rotation is left that failed for a day:
 * then the operators are told. Costs the alarm, 0.10 USD a month.
 */
export class CellKeyRotation extends pulumi.ComponentResource {
  constructor(name: string, args: CellKeyRotationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellKeyRotation", name, {}, opts);
    const { plan, topicArn } = args;
    const parent = { parent: this };

    new ScheduleGroup(name, { name: plan.groupName }, parent);
    const queue = new Queue(
      `${name}-failures`,
      {
        name: plan.deadLetterQueueName,
        messageRetentionSeconds: longestRetentionSeconds,
        sqsManagedSseEnabled: true,
      },
      parent,
    );
    new MetricAlarm(
      `${name}-alarm`,
      {
        name: plan.alarmName,
        alarmDescription:
          "A tenant's key was not rotated: its rotations on demand are used up, or the key is disabled. The message in the queue names the key.",
        namespace: "AWS/SQS",
        metricName: "ApproximateNumberOfMessagesVisible",
        dimensions: { QueueName: queue.name },
        statistic: "Maximum",
        period: 300,
        evaluationPeriods: 1,
        comparisonOperator: "GreaterThanThreshold",
        threshold: 0,
        treatMissingData: "notBreaching",
        alarmActions: [topicArn],
      },
      parent,
    );
    this.registerOutputs({});
  }
}
