import type { tenantNames } from "../naming.ts";
import type { TierSpec } from "../specs/tier-spec.ts";
import type { BucketPlan } from "./bucket-plan.ts";
import type { CellReference } from "./cell-plan.ts";

/** The tenant's bucket; copied to the cell's recovery Region where the tier has `recovery.cross_region`. */
export function planBucket(tier: TierSpec, cell: CellReference, names: ReturnType<typeof tenantNames>): BucketPlan {
  const { storage, recovery } = tier.infrastructure;
  const lock = storage.object_lock;
  return {
    bucketName: names.bucket,
    versioning: storage.versioning_enabled || recovery.cross_region,
    archiveAfterDays: storage.lifecycle_policies.archive_after_days,
    deleteAfterDays: storage.lifecycle_policies.delete_after_days,
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
