import type { EventRule } from "@pulumi/aws/cloudwatch/eventRule.js";
import type { Queue } from "@pulumi/aws/sqs/queue.js";
import { QueuePolicy } from "@pulumi/aws/sqs/queuePolicy.js";
import type * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../identity/policy-document.ts";

/** EventBridge may put what this rule could not deliver into the queue, and nobody else may put anything. */
export function letRuleReport(name: string, queue: Queue, rule: EventRule, opts: pulumi.CustomResourceOptions): void {
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
