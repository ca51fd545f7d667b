import { arn, nameFrom, type ServicePredictions, tagsAll, text, uuidOf } from "./prediction.ts";

/** AWS Backup. */
export const backupPredictions: ServicePredictions = {
  "aws:backup/vault:Vault": {
    id: (context) => nameFrom(context, "name"),
    outputs: (context, name) => ({
      name,
      arn: arn(context, "backup", `backup-vault:${name}`),
      recoveryPoints: 0,
      ...tagsAll(context),
    }),
  },
  "aws:backup/vaultLockConfiguration:VaultLockConfiguration": {
    id: (context) => text(context, "backupVaultName"),
    outputs: (context, name) => ({ backupVaultArn: arn(context, "backup", `backup-vault:${name}`) }),
  },
  "aws:backup/plan:Plan": {
    id: ({ urn }) => uuidOf(urn),
    outputs: (context, id) => ({ arn: arn(context, "backup", `backup-plan:${id}`), ...tagsAll(context) }),
  },
  "aws:backup/selection:Selection": { id: ({ urn }) => uuidOf(urn) },
  "aws:backup/restoreTestingPlan:RestoreTestingPlan": {
    id: (context) => nameFrom(context, "name"),
    outputs: (context, name) => ({
      arn: arn(context, "backup", `restore-testing-plan:${name}-${uuidOf(context.urn)}`),
      ...tagsAll(context),
    }),
  },
  "aws:backup/restoreTestingSelection:RestoreTestingSelection": {
    id: (context) => `${text(context, "name")}:${text(context, "restoreTestingPlanName")}`,
  },
};
