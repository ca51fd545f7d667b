/** A metric that an AWS service emits by itself. */
export interface AwsMetric {
  readonly namespace: string;
  readonly name: string;
  readonly unit: string;
  readonly dimensions: readonly string[];
  /** Page of the service that describes it. */
  readonly source: string;
}

const rds = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html";
const aurora = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html";

/** Every metric of a service that an alarm or a dashboard looks at: one that is not listed here has no emitter. */
export const awsMetrics: readonly AwsMetric[] = [
  ...(
    [
      ["CPUUtilization", "Percent"],
      ["DatabaseConnections", "Count"],
      ["FreeStorageSpace", "Bytes"],
      ["FreeableMemory", "Bytes"],
    ] as const
  ).map(([name, unit]) => ({
    namespace: "AWS/RDS",
    name,
    unit,
    dimensions: ["DBInstanceIdentifier"],
    source: rds,
  })),
  ...(
    [
      ["CPUUtilization", "Percent"],
      ["DatabaseConnections", "Count"],
      ["FreeLocalStorage", "Bytes"],
      ["FreeableMemory", "Bytes"],
    ] as const
  ).map(([name, unit]) => ({
    namespace: "AWS/RDS",
    name,
    unit,
    dimensions: ["DBClusterIdentifier"],
    source: aurora,
  })),
  {
    namespace: "AWS/SQS",
    name: "ApproximateNumberOfMessagesVisible",
    unit: "Count",
    dimensions: ["QueueName"],
    source:
      "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html",
  },
];
