import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

const alarms = ({ partition, region, accountId, namePrefix }: AccessScope) => [
  `arn:${partition}:cloudwatch:${region}:${accountId}:alarm:${namePrefix}-*`,
];
/** Dashboards are global. */
const dashboards = ({ partition, accountId, namePrefix }: AccessScope) => [
  `arn:${partition}:cloudwatch::${accountId}:dashboard/${namePrefix}-*`,
];
const streams = ({ partition, region, accountId, namePrefix }: AccessScope) => [
  `arn:${partition}:cloudwatch:${region}:${accountId}:metric-stream/${namePrefix}-*`,
];
const tags = "ListTagsForResource TagResource UntagResource";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html */
export const cloudwatchAccess: AccessTable = {
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    actions: actionsOf("cloudwatch", `PutMetricAlarm DescribeAlarms DeleteAlarms ${tags}`),
    resources: alarms,
  },
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": {
    actions: actionsOf("cloudwatch", `PutCompositeAlarm DescribeAlarms DeleteAlarms ${tags}`),
    resources: alarms,
  },
  "aws:cloudwatch/dashboard:Dashboard": {
    actions: actionsOf("cloudwatch", "PutDashboard GetDashboard DeleteDashboards"),
    resources: dashboards,
  },
  "aws:cloudwatch/metricStream:MetricStream": {
    actions: actionsOf("cloudwatch", `PutMetricStream GetMetricStream DeleteMetricStream ${tags}`),
    resources: streams,
  },
};
