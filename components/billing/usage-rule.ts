import { EventRule } from "@pulumi/aws/cloudwatch/eventRule.js";
import { EventTarget } from "@pulumi/aws/cloudwatch/eventTarget.js";
import type { Role } from "@pulumi/aws/iam/role.js";
import type { Queue } from "@pulumi/aws/sqs/queue.js";
import type * as pulumi from "@pulumi/pulumi";
import { letRuleReport } from "../events/rule-reports.ts";
import { deliveryRole } from "../identity/delivery-role.ts";
import type { CellUsageArgs } from "./cell-usage-args.ts";

export interface UsageRuleArgs extends CellUsageArgs {
  readonly busName: pulumi.Input<string>;
  readonly streamArn: pulumi.Input<string>;
  readonly undelivered: Queue;
}

/** Hands every usage event of a tenant to the stream; what it does not take goes into the queue. */
export function usageRule(name: string, args: UsageRuleArgs, opts: pulumi.CustomResourceOptions): void {
  const { plan, busName, streamArn, undelivered } = args;
  const rule = new EventRule(
    name,
    {
      name: plan.ruleName,
      eventBusName: busName,
      description: "Usage events of tenants, whatever their type",
      eventPattern: JSON.stringify({ source: [{ prefix: plan.sourcePrefix }] }),
    },
    opts,
  );
  const role = ruleRole(`${name}-role`, args, opts);
  letRuleReport(`${name}-dead-letters-policy`, undelivered, rule, opts);
  new EventTarget(
    `${name}-target`,
    {
      rule: rule.name,
      eventBusName: busName,
      targetId: "stream",
      arn: streamArn,
      roleArn: role.arn,
      deadLetterConfig: { arn: undelivered.arn },
      retryPolicy: { maximumEventAgeInSeconds: 24 * 3600, maximumRetryAttempts: 185 },
    },
    opts,
  );
}

const ruleRole = (name: string, { plan, cell, streamArn }: UsageRuleArgs, opts: pulumi.CustomResourceOptions): Role =>
  deliveryRole(
    name,
    {
      roleName: plan.ruleRoleName,
      service: "events.amazonaws.com",
      accountId: cell.accountId,
      statements: [
        {
          Sid: "Stream",
          Effect: "Allow",
          Action: ["firehose:PutRecord", "firehose:PutRecordBatch"],
          Resource: streamArn,
        },
      ],
    },
    opts,
  );
