/** One rule of an AWS Backup plan: when recovery points are made, and how long they are kept. */
export interface BackupRulePlan {
  readonly ruleName: "continuous" | "daily" | "periodic" | "copies";
  /** AWS' cron expression of six fields, in UTC. */
  readonly schedule: string;
  /** Any moment can be restored, not only those of the schedule; AWS keeps that for 35 days at the most. */
  readonly continuous: boolean;
  readonly keepDays: number;
  /** Whether each recovery point is copied to the recovery Region. */
  readonly copied: boolean;
}

/** A lock keeps recovery points from being deleted before, and kept beyond, these days. */
export interface VaultLockPlan {
  readonly minRetentionDays: number;
  readonly maxRetentionDays: number;
  /** Days after which nobody, AWS included, can take the lock off; absent: governance mode, where administrators can. */
  readonly changeableForDays?: number;
}

/** Recovery points are restored on a schedule and thrown away again, to show that they can be. */
export interface RestoreTestPlan {
  readonly planName: string;
  readonly schedule: string;
  /** How old a recovery point may be to be tried. */
  readonly selectionWindowDays: number;
}

/** A vault of the tenant's own, and what goes into it. */
export interface OwnBackupPlan {
  readonly kind: "own";
  readonly roleName: string;
  readonly vaultName: string;
  readonly rules: readonly BackupRulePlan[];
  readonly lock: VaultLockPlan;
  readonly restoreTest: RestoreTestPlan;
  /** The vault of the copies has the same name in its Region. */
  readonly recoveryRegion?: string;
}

/** How a tenant's data is backed up. */
export type TenantBackupPlan =
  /** The tier, or the tenant, has no backup. */
  | { readonly kind: "off" }
  /** The cell's plan takes what its tags name: isolation `shared` owns nothing here. */
  | { readonly kind: "cell" }
  /** The cell's plan of the tier, by a selection of the tenant's own. */
  | { readonly kind: "selection"; readonly roleName: string; readonly tier: string; readonly selectionName: string }
  | OwnBackupPlan;

/** A plan of a pool's vault, for the tenants of one tier. */
export interface PoolBackupPlan {
  readonly planName: string;
  readonly rules: readonly BackupRulePlan[];
  /** Whether tenants of the tier are found by their tags, since they have no selection of their own. */
  readonly selectsByTag: boolean;
}

/** How a cell backs up what its tenants share. */
export interface CellBackupPlan {
  /** Role of AWS Backup, for the cell's plans and its tenants' own. */
  readonly roleName: string;
  /** Absent in a cell of one tenant, who has a vault of its own, and where no pool tier is backed up. */
  readonly vault?: {
    readonly vaultName: string;
    readonly lock: VaultLockPlan;
    /** Pool tier → plan; only tiers that are backed up. */
    readonly plans: Readonly<Record<string, PoolBackupPlan>>;
    /** The tier whose plan takes the shared database server: the one that may lose least. */
    readonly databaseTier: string;
    readonly restoreTest: RestoreTestPlan;
  };
}
