import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import { longestAutomatedBackupDays } from "./plan-data.ts";

/** What a tenant's storage does otherwise than its configuration reads, because a service has bounds of its own. */
export function planStorageNotices({ spec, configuration: tier }: ResolvedTenant): readonly string[] {
  const { backup_enabled } = tier.infrastructure.storage;
  const { backups } = tier.configuration.compliance.retention_days;
  if (spec.placement.isolation !== "database" || !backup_enabled || backups <= longestAutomatedBackupDays) {
    return [];
  }
  return [
    `Backups are to be kept for ${backups} days. The database's automated backups are kept for ${longestAutomatedBackupDays} days, the most that RDS offers; ` +
      "longer ones follow with the backup vault in a later version.",
  ];
}
