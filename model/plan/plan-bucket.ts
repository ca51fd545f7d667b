import type { tenantNames } from "../naming.ts";
import type { TierSpec } from "../specs/tier-spec.ts";
import type { BucketPlan } from "./bucket-plan.ts";
import type { CellReference } from "./cell-plan.ts";

/**
 * Days until the bucket deletes: as its lifecycle says, and never before user data may go. What compliance retains, no
 * policy of storage takes away.
 */
const deletionDays = ({ infrastructure, configuration }: TierSpec): number =>
  Math.max(
    infrastructure.storage.lifecycle_policies.delete_after_days,
    configuration.compliance.retention_days.user_data,
  );

/** What the bucket does otherwise than its lifecycle says; empty where it does as told. */
export function planBucketNotices(tier: TierSpec): readonly string[] {
  const asked = tier.infrastructure.storage.lifecycle_policies.delete_after_days;
  const kept = deletionDays(tier);
  return kept === asked
    ? []
    : [
        `Objects are to be deleted after ${asked} days. User data is retained for ${kept}: they are deleted after those.`,
      ];
}

/** The tenant's bucket; copied to the cell's recovery Region where the tier has `recovery.cross_region`. */
export function planBucket(tier: TierSpec, cell: CellReference, names: ReturnType<typeof tenantNames>): BucketPlan {
  const { storage, recovery } = tier.infrastructure;
  const lock = storage.object_lock;
  return {
    bucketName: names.bucket,
    versioning: storage.versioning_enabled || recovery.cross_region,
    archiveAfterDays: storage.lifecycle_policies.archive_after_days,
    deleteAfterDays: deletionDays(tier),
    abortMultipartAfterDays: storage.lifecycle_policies.abort_multipart_after_days,
    accessLogPrefix: names.accessLogPrefix,
    ...(recovery.cross_region
      ? { replica: { bucketName: names.replicaBucket, region: cell.recoveryRegion, roleName: names.replicationRole } }
      : {}),
    ...(lock && lock.mode !== "none"
      ? {
          objectLock: {
            mode: lock.mode === "compliance" ? "COMPLIANCE" : "GOVERNANCE",
            retentionDays: lock.retention_days,
          },
        }
      : {}),
  };
}
