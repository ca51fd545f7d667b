/** Object storage that a tenant owns. */
export interface BucketPlan {
  readonly bucketName: string;
  readonly versioning: boolean;
  /** Days after which objects move to a class that still answers reads at once (Glacier Instant Retrieval). */
  readonly archiveAfterDays: number;
  /** Days after which noncurrent versions and the `records/` prefix are deleted. */
  readonly deleteAfterDays: number;
  readonly abortMultipartAfterDays: number;
  /** Where access logs go: the cell's log bucket, under the tenant's prefix. */
  readonly accessLogPrefix: string;
  /** Copy in the cell's recovery Region; absent where the tier does not have it. */
  readonly replica?: { readonly bucketName: string; readonly region: string; readonly roleName: string };
  /** Object lock that a compliance framework demands; absent where none does. */
  readonly objectLock?: { readonly mode: "GOVERNANCE" | "COMPLIANCE"; readonly retentionDays: number };
}
