/** What a cell records of what is done to its tenants. */
export interface CellAuditPlan {
  readonly trailName: string;
  readonly bucketName: string;
  /** Days for which nobody can delete or overwrite a record of the trail. */
  readonly retentionDays: number;
  /** Where the trail's records can be searched, and alarms count them. */
  readonly logGroupName: string;
  readonly logRetentionDays: number;
  readonly roleName: string;
  /** Objects whose reads and writes are recorded: beginnings of ARNs. */
  readonly objectArnPrefixes: readonly string[];
}
