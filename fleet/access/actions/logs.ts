import { type AccessScope, type AccessTable, actionsOf, anyResource } from "./type-access.ts";

/** Log groups of tenants (`/<prefix>/…`) and those whose names AWS prescribes (`/aws/eks/…`, `/aws/vpc/…`). */
const logGroups = ({ partition, region, accountId, namePrefix }: AccessScope) =>
  [`/${namePrefix}/*`, `/aws/*/${namePrefix}-*`].map(
    (name) => `arn:${partition}:logs:${region}:${accountId}:log-group:${name}`,
  );

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html */
export const logsAccess: AccessTable = {
  "aws:cloudwatch/logGroup:LogGroup": {
    actions: actionsOf(
      "logs",
      "CreateLogGroup DescribeLogGroups PutRetentionPolicy DeleteRetentionPolicy AssociateKmsKey DisassociateKmsKey ListTagsForResource TagResource UntagResource DeleteLogGroup",
    ),
    resources: logGroups,
  },
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": {
    actions: actionsOf("logs", "PutMetricFilter DescribeMetricFilters DeleteMetricFilter"),
    resources: logGroups,
  },
  "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy": {
    actions: actionsOf("logs", "PutDataProtectionPolicy GetDataProtectionPolicy DeleteDataProtectionPolicy"),
    resources: logGroups,
  },
  "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter": {
    actions: actionsOf("logs", "PutSubscriptionFilter DescribeSubscriptionFilters DeleteSubscriptionFilter"),
    resources: logGroups,
  },
  // Ids that the service makes, and permissions that know no resource.
  "aws:cloudwatch/logAnomalyDetector:LogAnomalyDetector": {
    actions: actionsOf(
      "logs",
      "CreateLogAnomalyDetector GetLogAnomalyDetector UpdateLogAnomalyDetector DeleteLogAnomalyDetector ListTagsForResource TagResource UntagResource",
    ),
    resources: anyResource,
  },
  "aws:cloudwatch/queryDefinition:QueryDefinition": {
    actions: actionsOf("logs", "PutQueryDefinition DescribeQueryDefinitions DeleteQueryDefinition"),
    resources: anyResource,
  },
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": {
    actions: actionsOf("logs", "PutResourcePolicy DescribeResourcePolicies DeleteResourcePolicy"),
    resources: anyResource,
  },
};
