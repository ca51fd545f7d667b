import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, outside, when } from "../../define-type.ts";
import { requireRow } from "../../references.ts";
import type { Row } from "../../rows.ts";
import { number, text } from "../../values.ts";

/** Longest and shortest retention of a lock, and its cooling-off time, in days. */
const mostDays = 36_500;
const coolingOffDays = 3;

/** In compliance mode, once the cooling-off time is over, the lock stays whoever asks. */
export function isLockedForGood(lock: Row, account: Account): boolean {
  const days = number(lock.inputs, "changeableForDays");
  if (days === undefined) return false;
  return account.world.now().getTime() >= new Date(lock.createdAt).getTime() + days * 86_400_000;
}

/**
 * Limits: PutBackupVaultLockConfiguration,
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultLockConfiguration.html
 */
export const vaultLockConfiguration = defineType({
  token: "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
  // The provider has no update: PutBackupVaultLockConfiguration is its creation.
  replaces: ["backupVaultName", "changeableForDays", "maxRetentionDays", "minRetentionDays"],
  check: (inputs) => {
    const [least, most] = [number(inputs, "minRetentionDays"), number(inputs, "maxRetentionDays")];
    const changeable = number(inputs, "changeableForDays");
    const range = (value: number | undefined, minimum: number) =>
      `expected to be in the range (${minimum} - ${mostDays}), got ${value ?? ""}`;
    return when(
      [outside(least, 1, mostDays), "minRetentionDays", range(least, 1)],
      [outside(most, 1, mostDays), "maxRetentionDays", range(most, 1)],
      [
        least !== undefined && most !== undefined && least > most,
        "minRetentionDays",
        `InvalidParameterValueException: MinRetentionDays ${least ?? ""} is greater than MaxRetentionDays ${most ?? ""}`,
      ],
      [outside(changeable, coolingOffDays, mostDays), "changeableForDays", range(changeable, coolingOffDays)],
    );
  },
  create: (inputs, account) => {
    const name = text(inputs, "backupVaultName") ?? "";
    const vault = requireRow(account, "aws:backup/vault:Vault", name, "ResourceNotFoundException");
    return { id: name, computed: { backupVaultArn: vault.arn } };
  },
  delete: (row, account) => {
    if (isLockedForGood(row, account)) {
      throw new AwsError("InvalidRequestException", `Vault Lock of ${row.id} is immutable: its lock date has passed`);
    }
    return undefined;
  },
});
