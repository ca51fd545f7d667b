import { type AccessScope, type AccessTable, actionsOf, anyResource } from "./type-access.ts";

const pools = ({ partition, region, accountId }: AccessScope) => [
  `arn:${partition}:cognito-idp:${region}:${accountId}:userpool/*`,
];
const ofPools = (names: string) => ({ actions: actionsOf("cognito-idp", names), resources: pools });

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html */
export const cognitoAccess: AccessTable = {
  // CreateUserPool knows no resource, and the pool that it makes has an id of the service's.
  "aws:cognito/userPool:UserPool": {
    actions: actionsOf(
      "cognito-idp",
      "CreateUserPool DescribeUserPool UpdateUserPool DeleteUserPool GetUserPoolMfaConfig SetUserPoolMfaConfig AddCustomAttributes TagResource UntagResource ListTagsForResource",
    ),
    resources: anyResource,
  },
  "aws:cognito/userPoolClient:UserPoolClient": ofPools(
    "CreateUserPoolClient DescribeUserPoolClient UpdateUserPoolClient DeleteUserPoolClient",
  ),
  "aws:cognito/identityProvider:IdentityProvider": ofPools(
    "CreateIdentityProvider DescribeIdentityProvider UpdateIdentityProvider DeleteIdentityProvider",
  ),
  "aws:cognito/userGroup:UserGroup": ofPools("CreateGroup GetGroup UpdateGroup DeleteGroup"),
  "aws:cognito/riskConfiguration:RiskConfiguration": ofPools("SetRiskConfiguration DescribeRiskConfiguration"),
  // Cognito lets itself write into the log group with the caller's rights; those of CloudWatch Logs know no resource.
  "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration": {
    actions: [
      ...actionsOf("cognito-idp", "SetLogDeliveryConfiguration GetLogDeliveryConfiguration"),
      ...actionsOf(
        "logs",
        "CreateLogDelivery UpdateLogDelivery DeleteLogDelivery GetLogDelivery ListLogDeliveries PutResourcePolicy DescribeResourcePolicies DescribeLogGroups",
      ),
    ],
    resources: anyResource,
  },
  // DescribeUserPoolDomain is asked by the domain and knows no resource.
  "aws:cognito/userPoolDomain:UserPoolDomain": {
    actions: actionsOf(
      "cognito-idp",
      "CreateUserPoolDomain DescribeUserPoolDomain UpdateUserPoolDomain DeleteUserPoolDomain",
    ),
    resources: anyResource,
  },
};
