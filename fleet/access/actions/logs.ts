import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

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
};
