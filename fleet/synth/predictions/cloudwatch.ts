import { arn, nameFrom, type ServicePredictions, tagsAll, text, uuidOf } from "./prediction.ts";

/** Amazon CloudWatch and CloudWatch Logs. */
export const cloudwatchPredictions: ServicePredictions = {
  "aws:cloudwatch/logGroup:LogGroup": {
    id: (context) => nameFrom(context, "name"),
    outputs: (context, name) => ({ name, arn: arn(context, "logs", `log-group:${name}`), ...tagsAll(context) }),
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    id: (context) => nameFrom(context, "name"),
    outputs: (context, name) => ({ name, arn: arn(context, "cloudwatch", `alarm:${name}`), ...tagsAll(context) }),
  },
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": {
    id: (context) => text(context, "alarmName"),
    outputs: (context, name) => ({ arn: arn(context, "cloudwatch", `alarm:${name}`), ...tagsAll(context) }),
  },
  // Dashboards are global: their ARN has no Region.
  "aws:cloudwatch/dashboard:Dashboard": {
    id: (context) => text(context, "dashboardName"),
    outputs: ({ partition, accountId }, name) => ({
      dashboardArn: `arn:${partition}:cloudwatch::${accountId}:dashboard/${name}`,
    }),
  },
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": { id: (context) => nameFrom(context, "name") },
  "aws:cloudwatch/logAnomalyDetector:LogAnomalyDetector": {
    id: (context) => arn(context, "logs", `anomaly-detector:${uuidOf(context.urn)}`),
    outputs: (context, id) => ({ arn: id, ...tagsAll(context) }),
  },
  "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy": { id: (context) => text(context, "logGroupName") },
  "aws:cloudwatch/queryDefinition:QueryDefinition": {
    id: (context) => uuidOf(context.urn),
    outputs: (context, id) => ({ queryDefinitionId: id, arn: arn(context, "logs", `query-definition:${id}`) }),
  },
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": { id: (context) => text(context, "policyName") },
  "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter": {
    id: ({ urn }) => `cwlsf-${Number.parseInt(uuidOf(urn).slice(0, 8), 16)}`,
  },
  "aws:cloudwatch/metricStream:MetricStream": {
    id: (context) => nameFrom(context, "name"),
    outputs: (context, name) => ({
      name,
      arn: arn(context, "cloudwatch", `metric-stream/${name}`),
      ...tagsAll(context),
    }),
  },
};
