import { Topic } from "@pulumi/aws/sns/topic.js";
import { TopicPolicy } from "@pulumi/aws/sns/topicPolicy.js";
import { TopicSubscription } from "@pulumi/aws/sns/topicSubscription.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { TopicPlan } from "../../model/plan/monitoring-plan.ts";
import { policyDocument } from "../identity/policy-document.ts";

export interface AlarmTopicArgs {
  readonly plan: TopicPlan;
  readonly cell: CellReference;
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Services that tell of something, e.g. `cloudwatch`; each as far as it acts for this account. */
  readonly publishers: readonly string[];
}

/**
 * Where somebody is told of alarms: encrypted, written by the account's own alarms alone, over TLS.
 *
 * Costs nothing at rest. Whoever's address it is must confirm once, in a mail that SNS sends.
 */
export class AlarmTopic extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: AlarmTopicArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:AlarmTopic", name, {}, opts);
    const { plan, cell, kmsKeyArn } = args;
    const { topicName, displayName, subscriber } = plan;
    const parent = { parent: this };

    const topic = new Topic(name, { name: topicName, displayName, kmsMasterKeyId: kmsKeyArn }, parent);
    const inside = { ...parent, deletedWith: topic };
    const topicArn = `arn:${cell.partition}:sns:${cell.region}:${cell.accountId}:${topicName}`;
    new TopicPolicy(`${name}-policy`, { arn: topic.arn, policy: policyOf(args, topicArn) }, inside);
    if (subscriber !== undefined) {
      new TopicSubscription(
        `${name}-subscription`,
        { topic: topic.arn, protocol: "email", endpoint: subscriber },
        inside,
      );
    }

    this.arn = topic.arn;
    this.registerOutputs({ arn: this.arn });
  }
}

function policyOf({ cell, publishers }: AlarmTopicArgs, topicArn: string): pulumi.Input<string> {
  return policyDocument([
    ...publishers.map((service) => ({
      Sid: `Publish${service.replaceAll(/\W/g, "")}`,
      Effect: "Allow" as const,
      Principal: { Service: `${service}.amazonaws.com` },
      Action: "sns:Publish",
      Resource: topicArn,
      Condition: { StringEquals: { "aws:SourceAccount": cell.accountId } },
    })),
    {
      Sid: "RefuseWithoutTls",
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: "sns:Publish",
      Resource: topicArn,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
}
