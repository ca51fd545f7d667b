import type * as pulumi from "@pulumi/pulumi";
import type { Retention } from "../retention.ts";

/** What every PostgreSQL server of the platform has, whoever it belongs to. */
export interface ServerDefaultsArgs {
  readonly identifier: string;
  readonly retention: Retention;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly backupRetentionDays: number;
}

/** Encrypted, with a managed master password, IAM logins, backups, and a last snapshot before it goes. */
export function serverDefaults({ identifier, retention, kmsKeyArn, backupRetentionDays }: ServerDefaultsArgs) {
  return {
    storageEncrypted: true,
    kmsKeyId: kmsKeyArn,
    manageMasterUserPassword: true,
    masterUserSecretKmsKeyId: kmsKeyArn,
    iamDatabaseAuthenticationEnabled: true,
    backupRetentionPeriod: backupRetentionDays,
    copyTagsToSnapshot: true,
    deleteAutomatedBackups: retention === "discarded",
    deletionProtection: retention === "kept",
    ...(retention === "discarded"
      ? { skipFinalSnapshot: true }
      : { skipFinalSnapshot: false, finalSnapshotIdentifier: `${identifier}-final` }),
  };
}

/** Performance Insights and enhanced monitoring of one instance. */
export function instanceInsight(args: {
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly retentionDays: number;
  readonly monitoringIntervalSeconds: number;
  readonly monitoringRoleArn: pulumi.Input<string>;
}) {
  return {
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: args.kmsKeyArn,
    performanceInsightsRetentionPeriod: args.retentionDays,
    monitoringInterval: args.monitoringIntervalSeconds,
    monitoringRoleArn: args.monitoringRoleArn,
  };
}
