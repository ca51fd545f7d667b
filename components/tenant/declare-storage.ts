import type * as pulumi from "@pulumi/pulumi";
import { RecoveryKey } from "../keys/recovery-key.ts";
import { TenantBucket } from "../storage/tenant-bucket.ts";
import { TenantBucketReplica } from "../storage/tenant-bucket-replica.ts";
import type { TenantPlace } from "./place.ts";

export interface TenantStorage {
  readonly bucket: TenantBucket;
  /** Key of the copies in the recovery Region; absent without copies. */
  readonly recoveryKeyArn?: pulumi.Output<string>;
}

/** The tenant's bucket, and its copy in the recovery Region where the tier has one. */
export function declareStorage(place: TenantPlace, kmsKeyArn: pulumi.Output<string>): TenantStorage {
  const { name, plan, cell, retention, opts } = place;
  const bucket = new TenantBucket(
    `${name}-bucket`,
    {
      plan: plan.bucket,
      partition: plan.cell.partition,
      retention,
      kmsKeyArn,
      logBucketName: cell.logBucketName,
    },
    opts,
  );
  const recoveryKey = copyBucket(place, bucket, kmsKeyArn);
  return recoveryKey === undefined ? { bucket } : { bucket, recoveryKeyArn: recoveryKey.arn };
}

function copyBucket(
  place: TenantPlace,
  source: TenantBucket,
  sourceKeyArn: pulumi.Output<string>,
): RecoveryKey | undefined {
  const { name, plan, cell, retention, opts } = place;
  const { replica } = plan.bucket;
  if (replica === undefined) return undefined;
  if (plan.key.kind !== "own") {
    throw new Error(`the tenant ${plan.tenant.id} has a copy in ${replica.region}, and so needs a key of its own`);
  }
  const key = new RecoveryKey(
    `${name}-recovery-key`,
    {
      plan: plan.key,
      cell: plan.cell,
      region: replica.region,
      retention,
      primaryKeyArn: sourceKeyArn,
      replicationRoleName: replica.roleName,
      ...(plan.backup.kind === "own" ? { backupRoleName: plan.backup.roleName } : {}),
    },
    opts,
  );
  new TenantBucketReplica(
    `${name}-bucket-replica`,
    {
      plan: replica,
      cell: plan.cell,
      retention,
      source,
      sourceKeyArn,
      replicaKeyArn: key.arn,
      permissionsBoundaryArn: cell.permissionsBoundaryArn,
    },
    opts,
  );
  return key;
}
