import type { BackupRulePlan, RestoreTestPlan, VaultLockPlan } from "./backup-plan.ts";

/** Longest that AWS Backup keeps continuous backups. Source: "Continuous backups and point-in-time recovery". */
const longestContinuousDays = 35;
/** Copies between the daily ones only bridge the time to the next daily one. */
const copiesKeepDays = 7;
/** AWS Backup starts a job within this time of its schedule; its least value. Source: "Backup plan options". */
export const startWindowMinutes = 60;
const dayMinutes = 24 * 60;
/** Hours that divide a day, so that the distance holds over midnight. AWS Backup's least distance is an hour. */
const hoursThatDivideADay = [24, 12, 8, 6, 4, 3, 2, 1] as const;

/**
 * The longest distance in hours between recovery points with which no more than `rpoMinutes` are lost, a late start of
 * the job included; an hour, the least that there is, where even that is too long.
 */
export function hoursBetweenBackups(rpoMinutes: number): number {
  return hoursThatDivideADay.find((hours) => hours * 60 + startWindowMinutes <= rpoMinutes) ?? 1;
}

const daily = (hour: number) => `cron(0 ${hour} ? * * *)`;
const every = (hours: number) => (hours === 24 ? daily(4) : `cron(0 0/${hours} ? * * *)`);

export interface BackupRuleInputs {
  readonly rpoMinutes: number;
  /** How long backups are kept, in days. */
  readonly keepDays: number;
  readonly crossRegion: boolean;
}

/**
 * When a tenant's recovery points are made. Less than a day to lose means continuous backup, which restores any moment
 * of the last 35 days, and a daily one that is kept for as long as compliance demands; copies to another Region are
 * whole recovery points, and are made more often than that where less may be lost.
 */
export function backupRules({ rpoMinutes, keepDays, crossRegion }: BackupRuleInputs): readonly BackupRulePlan[] {
  if (rpoMinutes >= dayMinutes) {
    const schedule = every(hoursBetweenBackups(rpoMinutes));
    return [{ ruleName: "periodic", schedule, continuous: false, keepDays, copied: crossRegion }];
  }
  const continuous = Math.min(longestContinuousDays, keepDays);
  return [
    { ruleName: "continuous", schedule: daily(2), continuous: true, keepDays: continuous, copied: false },
    { ruleName: "daily", schedule: daily(4), continuous: false, keepDays, copied: crossRegion },
    ...(crossRegion ? [copies(rpoMinutes, keepDays)] : []),
  ];
}

const copies = (rpoMinutes: number, keepDays: number): BackupRulePlan => ({
  ruleName: "copies",
  schedule: every(hoursBetweenBackups(rpoMinutes)),
  continuous: false,
  keepDays: Math.min(copiesKeepDays, keepDays),
  copied: true,
});

/** Least days of a compliance lock's cooling-off time. Source: PutBackupVaultLockConfiguration. */
const coolingOffDays = 3;

/** A lock that exactly the rules' periods pass: AWS Backup fails every job whose period is outside. */
export function vaultLock(rules: readonly BackupRulePlan[], mode: "governance" | "compliance"): VaultLockPlan {
  const days = rules.map(({ keepDays }) => keepDays);
  return {
    minRetentionDays: Math.min(...days),
    maxRetentionDays: Math.max(...days),
    ...(mode === "compliance" ? { changeableForDays: coolingOffDays } : {}),
  };
}

/** A restore on the first of every month, of a recovery point of the last week. */
export const monthlyRestoreTest = (planName: string): RestoreTestPlan => ({
  planName,
  schedule: "cron(0 6 1 * ? *)",
  selectionWindowDays: 7,
});
