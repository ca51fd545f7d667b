import { type AccessScope, type AccessTable, actionsOf, anyResource } from "./type-access.ts";

const keys = ({ partition, region, accountId }: AccessScope) => [`arn:${partition}:kms:${region}:${accountId}:key/*`];
const aliases = (scope: AccessScope) => [
  ...keys(scope),
  `arn:${scope.partition}:kms:${scope.region}:${scope.accountId}:alias/${scope.namePrefix}-*`,
];
const keyActions =
  "DescribeKey GetKeyPolicy PutKeyPolicy GetKeyRotationStatus EnableKeyRotation DisableKeyRotation ListResourceTags TagResource UntagResource UpdateKeyDescription ScheduleKeyDeletion";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html */
export const kmsAccess: AccessTable = {
  // CreateKey knows no resource: the key has no ARN yet.
  "aws:kms/key:Key": { actions: actionsOf("kms", `CreateKey ${keyActions}`), resources: anyResource },
  "aws:kms/replicaKey:ReplicaKey": {
    actions: actionsOf("kms", `ReplicateKey CreateKey ${keyActions}`),
    resources: anyResource,
  },
  "aws:kms/alias:Alias": { actions: actionsOf("kms", "CreateAlias UpdateAlias DeleteAlias"), resources: aliases },
};

/** Listing aliases is how the provider finds one; it knows no resource. */
export const kmsReads = actionsOf("kms", "ListAliases");
