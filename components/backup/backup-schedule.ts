import { Plan } from "@pulumi/aws/backup/plan.js";
import type * as pulumi from "@pulumi/pulumi";
import type { BackupRulePlan } from "../../model/plan/backup-plan.ts";
import { startWindowMinutes } from "../../model/plan/backup-rules.ts";

/** A job that has not ended by then is given up and tried again by the next schedule. */
const completionWindowMinutes = 480;

export interface BackupScheduleArgs {
  readonly planName: string;
  readonly rules: readonly BackupRulePlan[];
  readonly vaultName: pulumi.Input<string>;
  /** Vault in the recovery Region; absent: nothing is copied. */
  readonly recoveryVaultArn?: pulumi.Input<string>;
}

/** A plan of AWS Backup with these rules. */
export function backupSchedule(name: string, args: BackupScheduleArgs, opts: pulumi.CustomResourceOptions): Plan {
  const { recoveryVaultArn: destinationVaultArn } = args;
  const rules = args.rules.map(({ ruleName, schedule, continuous, keepDays, copied }) => ({
    ruleName,
    targetVaultName: args.vaultName,
    schedule,
    scheduleExpressionTimezone: "Etc/UTC",
    startWindow: startWindowMinutes,
    completionWindow: completionWindowMinutes,
    ...(continuous ? { enableContinuousBackup: true } : {}),
    lifecycle: { deleteAfter: keepDays },
    ...(copied && destinationVaultArn !== undefined
      ? { copyActions: [{ destinationVaultArn, lifecycle: { deleteAfter: keepDays } }] }
      : {}),
  }));
  return new Plan(name, { name: args.planName, rules }, opts);
}
