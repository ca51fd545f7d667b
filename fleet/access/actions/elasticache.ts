import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

const of =
  (...resources: string[]) =>
  (scope: AccessScope) =>
    resources.map(
      (resource) =>
        `arn:${scope.partition}:elasticache:${scope.region}:${scope.accountId}:${resource.replace("{prefix}", scope.namePrefix)}`,
    );
const tagging = "ListTagsForResource AddTagsToResource RemoveTagsFromResource";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticache.html */
export const elasticacheAccess: AccessTable = {
  "aws:elasticache/serverlessCache:ServerlessCache": {
    actions: actionsOf(
      "elasticache",
      `CreateServerlessCache DescribeServerlessCaches ModifyServerlessCache DeleteServerlessCache ${tagging}`,
    ),
    resources: of("serverlesscache:{prefix}-*", "usergroup:{prefix}-*", "serverlesscachesnapshot:*"),
  },
  "aws:elasticache/user:User": {
    actions: actionsOf("elasticache", `CreateUser DescribeUsers ModifyUser DeleteUser ${tagging}`),
    resources: of("user:tenant-*"),
  },
  "aws:elasticache/userGroup:UserGroup": {
    actions: actionsOf("elasticache", `CreateUserGroup DescribeUserGroups ModifyUserGroup DeleteUserGroup ${tagging}`),
    resources: of("usergroup:{prefix}-*", "user:tenant-*"),
  },
  "aws:elasticache/userGroupAssociation:UserGroupAssociation": {
    actions: actionsOf("elasticache", "DescribeUserGroups ModifyUserGroup"),
    resources: of("usergroup:{prefix}-*", "user:tenant-*"),
  },
};
