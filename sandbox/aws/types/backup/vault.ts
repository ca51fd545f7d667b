import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { requireKey } from "../../references.ts";
import { findRow, type Row, removeRow } from "../../rows.ts";
import { flag, text } from "../../values.ts";
import { recoveryPointsIn, removeRecoveryPoints } from "./recovery-points.ts";
import { isLockedForGood } from "./vault-lock.ts";

const lockToken = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";

/** Name: CreateBackupVault, https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html */
export const vault = defineType({
  token: "aws:backup/vault:Vault",
  naming: { input: "name", maximumLength: 50 },
  replaces: ["kmsKeyArn", "name"],
  duplicateCode: "AlreadyExistsException",
  defaults: { forceDestroy: false },
  check: (inputs) => {
    const name = text(inputs, "name");
    const key = text(inputs, "kmsKeyArn");
    return when(
      [
        name !== undefined && !/^[a-zA-Z0-9_-]{2,50}$/.test(name),
        "name",
        `must consist of letters, numbers, and hyphens, 2 to 50 of them, got ${name ?? ""}`,
      ],
      [
        key !== undefined && !key.startsWith("arn:"),
        "kmsKeyArn",
        `"kmsKeyArn" (${key ?? ""}) is an invalid ARN: arn: prefix is missing`,
      ],
    );
  },
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? "";
    const kmsKeyArn =
      requireKey(account, text(inputs, "kmsKeyArn"), "InvalidParameterValueException") ??
      arn(account, "kms", "alias/aws/backup");
    return {
      id: name,
      arn: arn(account, "backup", `backup-vault:${name}`),
      computed: { kmsKeyArn, recoveryPoints: 0 },
    };
  },
  delete: (row, account) => {
    refuseFull(row, account);
    removeRecoveryPoints(account.world, row);
    const lock = findRow(account, lockToken, row.id);
    if (lock) removeRow(account.world, lock);
    return undefined;
  },
});

/** Source: DeleteBackupVault: only an empty vault can be deleted; a lock keeps its recovery points. */
function refuseFull(row: Row, account: Account): void {
  const points = recoveryPointsIn(account.world, row).length;
  if (points === 0) return;
  if (!flag(row.inputs, "forceDestroy")) {
    throw new AwsError(
      "InvalidRequestException",
      `Backup vault ${row.id} cannot be deleted because it contains ${points} recovery points. Set forceDestroy and apply it before the deletion.`,
    );
  }
  const lock = findRow(account, lockToken, row.id);
  if (lock && isLockedForGood(lock, account)) {
    throw new AwsError(
      "InvalidRequestException",
      `Backup vault ${row.id} is locked in compliance mode: its ${points} recovery points stay until their time is over`,
    );
  }
}
