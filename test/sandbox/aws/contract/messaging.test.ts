import { describeAwsContract } from "../../../support/aws-contract.ts";

const policy = (action: string, resource: string | undefined) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Principal: { Service: "cloudwatch.amazonaws.com" }, Action: action, Resource: resource },
    ],
  });

describeAwsContract(
  [
    "aws:sns/topic:Topic",
    "aws:sns/topicPolicy:TopicPolicy",
    "aws:sns/topicSubscription:TopicSubscription",
    "aws:sqs/queue:Queue",
    "aws:sqs/queuePolicy:QueuePolicy",
  ],
  (ids) => [
    {
      token: "aws:sns/topic:Topic",
      good: { name: "one", kmsMasterKeyId: ids["keyArn"], tags: { a: "b" } },
      changed: { displayName: "one" },
      replacing: { name: "two" },
      byHand: { property: "displayName", value: "by hand" },
    },
    {
      token: "aws:sns/topicPolicy:TopicPolicy",
      good: { arn: ids["topicArn"], policy: policy("sns:Publish", ids["topicArn"]) },
      changed: { policy: policy("sns:Subscribe", ids["topicArn"]) },
      replacing: { arn: ids["otherTopicArn"], policy: policy("sns:Publish", ids["otherTopicArn"]) },
      byHand: { property: "policy", value: "{}" },
    },
    {
      token: "aws:sns/topicSubscription:TopicSubscription",
      good: { topic: ids["topicArn"], protocol: "email", endpoint: "ops@example.com" },
      changed: { filterPolicy: '{"severity":["high"]}' },
      replacing: { endpoint: "others@example.com" },
      byHand: { property: "filterPolicy", value: "{}" },
    },
    {
      token: "aws:sqs/queue:Queue",
      good: { name: "one", kmsMasterKeyId: ids["keyArn"], messageRetentionSeconds: 1_209_600, tags: { a: "b" } },
      changed: { visibilityTimeoutSeconds: 60 },
      replacing: { name: "two" },
      byHand: { property: "visibilityTimeoutSeconds", value: 1 },
    },
    {
      token: "aws:sqs/queuePolicy:QueuePolicy",
      good: { queueUrl: ids["queue"], policy: policy("sqs:SendMessage", ids["queueArn"]) },
      changed: { policy: policy("sqs:ReceiveMessage", ids["queueArn"]) },
      replacing: { queueUrl: ids["otherQueue"] },
      byHand: { property: "policy", value: "{}" },
    },
  ],
);
