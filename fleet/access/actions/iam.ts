import { type AccessScope, type AccessTable, actionsOf } from "./type-access.ts";

const named =
  (kind: string) =>
  ({ partition, accountId, namePrefix }: AccessScope) => [`arn:${partition}:iam::${accountId}:${kind}/${namePrefix}-*`];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html */
export const iamAccess: AccessTable = {
  "aws:iam/role:Role": {
    actions: actionsOf(
      "iam",
      "CreateRole GetRole UpdateRole UpdateAssumeRolePolicy DeleteRole TagRole UntagRole PutRolePermissionsBoundary ListRolePolicies ListAttachedRolePolicies ListInstanceProfilesForRole PassRole",
    ),
    resources: named("role"),
  },
  "aws:iam/rolePolicy:RolePolicy": {
    actions: actionsOf("iam", "GetRolePolicy PutRolePolicy DeleteRolePolicy"),
    resources: named("role"),
  },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
    actions: actionsOf("iam", "AttachRolePolicy DetachRolePolicy ListAttachedRolePolicies"),
    resources: named("role"),
  },
  "aws:iam/policy:Policy": {
    actions: actionsOf(
      "iam",
      "CreatePolicy GetPolicy DeletePolicy GetPolicyVersion CreatePolicyVersion DeletePolicyVersion ListPolicyVersions TagPolicy UntagPolicy",
    ),
    resources: named("policy"),
  },
  "aws:iam/instanceProfile:InstanceProfile": {
    actions: actionsOf(
      "iam",
      "CreateInstanceProfile GetInstanceProfile DeleteInstanceProfile AddRoleToInstanceProfile RemoveRoleFromInstanceProfile TagInstanceProfile UntagInstanceProfile",
    ),
    resources: named("instance-profile"),
  },
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
    actions: actionsOf(
      "iam",
      "CreateOpenIDConnectProvider GetOpenIDConnectProvider DeleteOpenIDConnectProvider TagOpenIDConnectProvider UntagOpenIDConnectProvider",
    ),
    resources: ({ partition, accountId }) => [`arn:${partition}:iam::${accountId}:oidc-provider/*`],
  },
};
