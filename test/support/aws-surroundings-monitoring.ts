import type { Make } from "./aws-make.ts";

/** Topics, queues, a delivery stream, a second log group and two alarms. */
export async function makeMonitoring(make: Make): Promise<void> {
  for (const name of ["topic", "otherTopic"]) await make(name, "aws:sns/topic:Topic", { name });
  for (const name of ["queue", "otherQueue"]) await make(name, "aws:sqs/queue:Queue", { name });
  await make("delivery", "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", {
    name: "metrics",
    destination: "extended_s3",
    extendedS3Configuration: {
      bucketArn: "arn:aws:s3:::surroundings-bucket",
      roleArn: "arn:aws:iam::111122223333:role/service",
    },
  });
  await make("otherLogs", "aws:cloudwatch/logGroup:LogGroup", { name: "/other" });
  for (const name of ["alarm", "otherAlarm"]) {
    await make(name, "aws:cloudwatch/metricAlarm:MetricAlarm", {
      name,
      namespace: "app",
      metricName: "ready",
      statistic: "Minimum",
      period: 60,
      evaluationPeriods: 3,
      comparisonOperator: "LessThanThreshold",
      threshold: 1,
    });
  }
}
