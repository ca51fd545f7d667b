import { describeAwsContract } from "../../../support/aws-contract.ts";

const pattern = (source: string) => JSON.stringify({ source: [source] });
const busPolicy = (action: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Fleet",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::444455556666:root" },
        Action: action,
        Resource: "arn:aws:events:eu-central-1:111122223333:event-bus/bus",
      },
    ],
  });

describeAwsContract(
  [
    "aws:cloudwatch/eventBus:EventBus",
    "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
    "aws:cloudwatch/eventRule:EventRule",
    "aws:cloudwatch/eventTarget:EventTarget",
  ],
  (ids) => [
    {
      token: "aws:cloudwatch/eventBus:EventBus",
      good: { name: "one", kmsKeyIdentifier: ids["keyArn"], tags: { a: "b" } },
      changed: { description: "one" },
      replacing: { name: "two" },
      byHand: { property: "description", value: "by hand" },
    },
    {
      token: "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
      good: { eventBusName: ids["bus"], policy: busPolicy("events:PutEvents") },
      changed: { policy: busPolicy("events:PutRule") },
      replacing: { eventBusName: ids["otherBus"] },
      byHand: { property: "policy", value: "{}" },
    },
    {
      token: "aws:cloudwatch/eventRule:EventRule",
      good: { name: "one", eventBusName: ids["bus"], eventPattern: pattern("aws.guardduty"), tags: { a: "b" } },
      changed: { eventPattern: pattern("aws.securityhub") },
      replacing: { name: "two" },
      byHand: { property: "description", value: "by hand" },
    },
    {
      token: "aws:cloudwatch/eventTarget:EventTarget",
      good: { rule: ids["rule"], targetId: "topic", arn: ids["topicArn"] },
      changed: { arn: ids["otherTopicArn"] },
      replacing: { targetId: "other" },
      byHand: { property: "inputPath", value: "$.detail" },
    },
  ],
);
