import { EventRule } from "@pulumi/aws/cloudwatch/eventRule.js";
import { EventTarget } from "@pulumi/aws/cloudwatch/eventTarget.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import type { Queue } from "@pulumi/aws/sqs/queue.js";
import { QueuePolicy } from "@pulumi/aws/sqs/queuePolicy.js";
import type * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../identity/policy-document.ts";
import { serviceTrust } from "../identity/service-trust.ts";
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

function ruleRole(name: string, { plan, cell, streamArn }: UsageRuleArgs, opts: pulumi.CustomResourceOptions): Role {
  const role = new Role(
    name,
    { name: plan.ruleRoleName, assumeRolePolicy: serviceTrust("events.amazonaws.com", cell.accountId) },
    opts,
  );
  const policy = policyDocument([
    { Sid: "Stream", Effect: "Allow", Action: ["firehose:PutRecord", "firehose:PutRecordBatch"], Resource: streamArn },
  ]);
  new RolePolicy(`${name}-policy`, { name: "access", role: role.name, policy }, opts);
  return role;
}

/** EventBridge may put what this rule could not deliver into the queue, and nobody else may put anything. */
function letRuleReport(name: string, queue: Queue, rule: EventRule, opts: pulumi.CustomResourceOptions): void {
  const policy = policyDocument([
    {
      Sid: "Undelivered",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sqs:SendMessage",
      Resource: queue.arn,
      Condition: { ArnEquals: { "aws:SourceArn": rule.arn } },
    },
  ]);
  new QueuePolicy(name, { queueUrl: queue.url, policy }, opts);
}
