import { arn, nameFrom, type ServicePredictions, tagsAll } from "./prediction.ts";

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
};
