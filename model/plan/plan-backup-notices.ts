import { isPooled } from "../isolation.ts";
import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import { hoursBetweenBackups, startWindowMinutes } from "./backup-rules.ts";

/**
 * How far point-in-time recovery reaches, in minutes: RDS and Aurora restore up to the last five, S3 up to the last
 * fifteen. Sources: "Restoring a DB instance to a specified time", "Amazon S3 backups" (AWS Backup).
 */
const databaseReachMinutes = 5;
const bucketReachMinutes = 15;

/** Where a tenant's recovery falls short of its `rpo_minutes`, because the services reach no further. */
export function planBackupNotices({ spec, configuration: tier }: ResolvedTenant): readonly string[] {
  const { storage, recovery } = tier.infrastructure;
  if (!storage.backup_enabled) return [];
  const { rpo_minutes: rpo, cross_region: isCopied } = recovery;
  const own = !isPooled(spec.placement.isolation);
  const betweenCopies = hoursBetweenBackups(rpo) * 60 + startWindowMinutes;
  return [
    ...(rpo < bucketReachMinutes
      ? [
          `No more than ${minutes(rpo)} of data may be lost. A zone can fail without loss; from backups the database is restored up to the last ${databaseReachMinutes} minutes, and the bucket up to the last ${bucketReachMinutes}.`,
        ]
      : []),
    ...(own && isCopied && betweenCopies > rpo
      ? [
          `No more than ${minutes(rpo)} of data may be lost. Where a whole Region is, the bucket is there by replication, and the database from a copy that is up to ${betweenCopies} minutes old: AWS Backup makes one an hour at the most.`,
        ]
      : []),
    ...(!own && isCopied
      ? ["Backups are not copied to another Region: only tenants with a database of their own have that."]
      : []),
  ];
}

const minutes = (count: number): string => (count === 1 ? "1 minute" : `${count} minutes`);
