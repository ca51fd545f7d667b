import type { cellNames } from "../naming.ts";
import type { TierSpec } from "../specs/tier-spec.ts";
import type { CellAuditPlan } from "./audit-plan.ts";
import type { CellReference } from "./cell-plan.ts";
import { logRetentionDays } from "./log-retention.ts";

/** A year: PCI DSS 4.0, 10.5.1; a tier that keeps its logs for longer keeps its trail for longer. */
const leastDays = 365;
/** What can be searched at once without being fetched from the bucket: PCI DSS 4.0, 10.5.1 (three months). */
const searchableDays = 90;

/** What a cell's trail records, and for how long, out of the tiers that it takes. */
export function planCellAudit(
  cell: CellReference,
  prefix: string,
  names: ReturnType<typeof cellNames>,
  tiers: readonly TierSpec[],
): CellAuditPlan {
  const asked = tiers.map((tier) => tier.configuration.compliance.retention_days.logs);
  return {
    trailName: names.trail,
    bucketName: names.trailBucket,
    retentionDays: Math.max(leastDays, ...asked),
    logGroupName: names.trailLogs,
    logRetentionDays: logRetentionDays(searchableDays),
    roleName: names.trailRole,
    objectArnPrefixes: [`arn:${cell.partition}:s3:::${prefix}-tenant-`],
  };
}
