import { type AccessScope, type AccessTable, actionsOf, anyResource } from "./type-access.ts";

const vaults = ({ partition, accountId, namePrefix }: AccessScope) => [
  // Copies lie in a recovery Region, so vaults of any are named.
  `arn:${partition}:backup:*:${accountId}:backup-vault:${namePrefix}-*`,
];
const tagging = "ListTags TagResource UntagResource";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackup.html */
export const backupAccess: AccessTable = {
  "aws:backup/vault:Vault": {
    actions: actionsOf(
      "backup",
      `CreateBackupVault DescribeBackupVault DeleteBackupVault ListRecoveryPointsByBackupVault DeleteRecoveryPoint ${tagging}`,
    ),
    resources: vaults,
  },
  "aws:backup/vaultLockConfiguration:VaultLockConfiguration": {
    actions: actionsOf(
      "backup",
      "PutBackupVaultLockConfiguration DeleteBackupVaultLockConfiguration DescribeBackupVault",
    ),
    resources: vaults,
  },
  // Plans and selections have ids that the service makes; making a vault mounts its storage, which has no ARN.
  "aws:backup/plan:Plan": {
    actions: [
      ...actionsOf("backup", `CreateBackupPlan GetBackupPlan UpdateBackupPlan DeleteBackupPlan ${tagging}`),
      "backup-storage:MountCapsule",
    ],
    resources: anyResource,
  },
  "aws:backup/selection:Selection": {
    actions: actionsOf("backup", "CreateBackupSelection GetBackupSelection DeleteBackupSelection"),
    resources: anyResource,
  },
  "aws:backup/restoreTestingPlan:RestoreTestingPlan": {
    actions: actionsOf(
      "backup",
      `CreateRestoreTestingPlan GetRestoreTestingPlan UpdateRestoreTestingPlan DeleteRestoreTestingPlan ${tagging}`,
    ),
    resources: anyResource,
  },
  "aws:backup/restoreTestingSelection:RestoreTestingSelection": {
    actions: actionsOf(
      "backup",
      "CreateRestoreTestingSelection GetRestoreTestingSelection UpdateRestoreTestingSelection DeleteRestoreTestingSelection",
    ),
    resources: anyResource,
  },
};
