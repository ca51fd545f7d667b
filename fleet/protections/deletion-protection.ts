import type { ProtectionKind } from "./protection.ts";

const on = /^(deletionProtection|deletionProtectionEnabled|enableDeletionProtection|terminationProtection)$/;
const off = /^(forceDestroy|skipFinalSnapshot|deleteAutomatedBackups|dropCascade|skipDestroy|forceDelete)$/;
const days = /^(deletionWindowInDays|recoveryWindowInDays)$/;

const isOn = (value: unknown): boolean => value === true || value === "true" || value === "ACTIVE";

/** AWS's own, where nothing is said: KMS and Secrets Manager wait 30 days; RDS deletes its automated backups. */
const absentOf = (key: string): number => {
  if (days.test(key)) return 30;
  return off.test(key) && key !== "deleteAutomatedBackups" ? 1 : 0;
};

/** What keeps a resource from being deleted at once, in the cloud and in Pulumi. */
export const deletionProtection: ProtectionKind = {
  strengthOf: ({ key, value }) => {
    if (on.test(key)) return isOn(value) ? 1 : 0;
    if (off.test(key)) return isOn(value) ? 0 : 1;
    return days.test(key) ? Number(value) : undefined;
  },
  absent: ({ key }) => absentOf(key),
  options: ["protect", "retainOnDelete"],
};
