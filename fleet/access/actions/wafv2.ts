import { type AccessScope, type AccessTable, actionsOf, anyResource } from "./type-access.ts";

/** What protects CloudFront is `global`, and made in us-east-1; the rest is `regional`. */
const named =
  (kind: string) =>
  ({ partition, region, accountId, namePrefix }: AccessScope) => [
    `arn:${partition}:wafv2:${region}:${accountId}:regional/${kind}/${namePrefix}-*/*`,
    `arn:${partition}:wafv2:us-east-1:${accountId}:global/${kind}/${namePrefix}-*/*`,
  ];
const tags = "ListTagsForResource TagResource UntagResource";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awswafv2.html */
export const wafv2Access: AccessTable = {
  "aws:wafv2/webAcl:WebAcl": {
    // The rule groups of a web ACL, AWS' own ones included, are resources of the same call.
    actions: actionsOf("wafv2", `CreateWebACL UpdateWebACL GetWebACL DeleteWebACL ${tags}`),
    resources: (scope) => [
      ...named("webacl")(scope),
      `arn:${scope.partition}:wafv2:*:*:*/managedruleset/*/*`,
      ...named("ipset")(scope),
    ],
  },
  "aws:wafv2/ipSet:IpSet": {
    actions: actionsOf("wafv2", `CreateIPSet UpdateIPSet GetIPSet DeleteIPSet ${tags}`),
    resources: named("ipset"),
  },
  // What is protected has an id that its service makes.
  "aws:wafv2/webAclAssociation:WebAclAssociation": {
    actions: [
      ...actionsOf("wafv2", "AssociateWebACL DisassociateWebACL GetWebACLForResource GetWebACL"),
      "apigateway:SetWebACL",
      "cognito-idp:AssociateWebACL",
      "cognito-idp:DisassociateWebACL",
      "cognito-idp:GetWebACLForResource",
    ],
    resources: anyResource,
  },
  // WAF writes the log group's policy with the caller's permissions, and asks for no resource.
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": {
    actions: [
      ...actionsOf("wafv2", "PutLoggingConfiguration GetLoggingConfiguration DeleteLoggingConfiguration"),
      ...actionsOf(
        "logs",
        "CreateLogDelivery DeleteLogDelivery PutResourcePolicy DescribeResourcePolicies DescribeLogGroups",
      ),
    ],
    resources: anyResource,
  },
};
