import { describeAwsContract } from "../../../support/aws-contract.ts";

const body = (markdown: string) =>
  JSON.stringify({ widgets: [{ type: "text", x: 0, y: 0, width: 6, height: 3, properties: { markdown } }] });
const protection = (name: string) => {
  const DataIdentifier = ["arn:aws:dataprotection::aws:data-identifier/EmailAddress"];
  const Statement = [
    { Sid: "audit", DataIdentifier, Operation: { Audit: { FindingsDestination: {} } } },
    { Sid: "mask", DataIdentifier, Operation: { Deidentify: { MaskConfig: {} } } },
  ];
  return JSON.stringify({ Name: name, Version: "2021-06-01", Statement });
};
const logsPolicy = (action: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: action, Resource: "*" }],
  });

describeAwsContract(
  [
    "aws:cloudwatch/metricAlarm:MetricAlarm",
    "aws:cloudwatch/compositeAlarm:CompositeAlarm",
    "aws:cloudwatch/dashboard:Dashboard",
    "aws:cloudwatch/logMetricFilter:LogMetricFilter",
    "aws:cloudwatch/logAnomalyDetector:LogAnomalyDetector",
    "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
    "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
    "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
    "aws:cloudwatch/metricStream:MetricStream",
    "aws:cloudwatch/queryDefinition:QueryDefinition",
  ],
  (ids) => [
    {
      token: "aws:cloudwatch/metricAlarm:MetricAlarm",
      good: {
        name: "one",
        namespace: "app",
        metricName: "users",
        statistic: "Maximum",
        period: 300,
        evaluationPeriods: 1,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        threshold: 80,
        alarmActions: [ids["topicArn"]],
        tags: { a: "b" },
      },
      changed: { threshold: 100 },
      replacing: { name: "two" },
      byHand: { property: "threshold", value: 1000 },
    },
    {
      token: "aws:cloudwatch/compositeAlarm:CompositeAlarm",
      good: { alarmName: "one", alarmRule: 'ALARM("alarm")', alarmActions: [ids["topicArn"]], tags: { a: "b" } },
      changed: { alarmRule: 'ALARM("alarm") AND NOT OK("otherAlarm")' },
      replacing: { alarmName: "two" },
      byHand: { property: "alarmRule", value: "FALSE" },
    },
    {
      token: "aws:cloudwatch/dashboard:Dashboard",
      good: { dashboardName: "one", dashboardBody: body("one") },
      changed: { dashboardBody: body("two") },
      replacing: { dashboardName: "two" },
      byHand: { property: "dashboardBody", value: body("by hand") },
    },
    {
      token: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
      good: {
        name: "one",
        logGroupName: "/flow",
        pattern: '{ $.level = "ERROR" }',
        metricTransformation: { name: "errors", namespace: "app", value: "1", defaultValue: "0" },
      },
      changed: { pattern: '{ ($.level = "ERROR") || ($.level = "WARN") }' },
      replacing: { name: "two" },
      byHand: { property: "pattern", value: "" },
    },
    {
      token: "aws:cloudwatch/logAnomalyDetector:LogAnomalyDetector",
      good: { detectorName: "one", enabled: true, logGroupArnLists: [ids["logsArn"]], kmsKeyId: ids["keyArn"] },
      changed: { enabled: false },
      replacing: { detectorName: "two" },
      byHand: { property: "enabled", value: false },
    },
    {
      token: "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
      good: { logGroupName: "/flow", policyDocument: protection("one") },
      changed: { policyDocument: protection("two") },
      replacing: { logGroupName: "/other" },
      byHand: { property: "policyDocument", value: protection("by hand") },
    },
    {
      token: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
      good: { policyName: "one", policyDocument: logsPolicy("logs:PutLogEvents") },
      changed: { policyDocument: logsPolicy("logs:CreateLogStream") },
      replacing: { policyName: "two" },
      byHand: { property: "policyDocument", value: "{}" },
    },
    {
      token: "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
      good: {
        name: "one",
        logGroup: "/flow",
        filterPattern: "",
        destinationArn: "arn:aws:firehose:eu-central-1:111122223333:deliverystream/one",
        roleArn: ids["roleArn"],
      },
      changed: { filterPattern: "ERROR" },
      replacing: { name: "two" },
      byHand: { property: "filterPattern", value: "by hand" },
    },
    {
      token: "aws:cloudwatch/metricStream:MetricStream",
      good: { name: "one", firehoseArn: ids["deliveryArn"], roleArn: ids["roleArn"], outputFormat: "json" },
      changed: { includeFilters: [{ namespace: "app" }] },
      replacing: { name: "two" },
      byHand: { property: "includeFilters", value: [] },
    },
    {
      token: "aws:cloudwatch/queryDefinition:QueryDefinition",
      good: { name: "one", logGroupNames: ["/flow"], queryString: "fields @timestamp" },
      changed: { queryString: "fields @message" },
      // Nothing of a query makes a new one but its Region.
      replacing: { region: "us-west-2", logGroupNames: [] },
      byHand: { property: "queryString", value: "fields @ptr" },
    },
  ],
);
