import type { CellApiPlan } from "./api-plan.ts";
import type { CellAuditPlan } from "./audit-plan.ts";
import type { CellBackupPlan } from "./backup-plan.ts";
import type { CellCachePlan } from "./cache-plan.ts";
import type { CellConfigurationPlan } from "./configuration-plan.ts";
import type { CellEdgePlan } from "./edge-plan.ts";
import type { CellUsersPlan } from "./identity-plan.ts";
import type { CellKeyRotationPlan } from "./key-plan.ts";
import type { CellMonitoringPlan } from "./monitoring-plan.ts";
import type { BreakGlassPlan } from "./operators-plan.ts";
import type { ReaderScalingPlan } from "./scaling-plan.ts";
import type { CellThreatPlan } from "./threat-plan.ts";
import type { CellUsagePlan } from "./usage-plan.ts";
/** What a tenant's plan knows of its cell without asking the cloud. */
export interface CellReference {
  readonly id: string;
  readonly accountId: string;
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
  readonly region: string;
  readonly recoveryRegion: string;
  readonly residency: string;
  readonly zones: number;
}

/** The PostgreSQL server that a cell's tenants share, or that its one tenant has. */
export interface CellDatabasePlan {
  /** `rds` for the pool, `aurora` in a cell of a tenant's own. */
  readonly service: "rds" | "aurora";
  readonly identifier: string;
  readonly engineVersion: string;
  readonly instanceClass: string;
  readonly instances: number;
  /** Readers beyond the declared ones, as their load asks; absent on a shared instance, which has none. */
  readonly readerScaling?: ReaderScalingPlan;
  readonly allocatedStorageGib: number;
  readonly maxAllocatedStorageGib: number;
  readonly backupRetentionDays: number;
  readonly parameters: Readonly<Record<string, string>>;
  readonly masterUsername: string;
  /** CREATEROLE, no superuser, IAM authentication: what tenant stacks connect as. */
  readonly provisionerRoleName: string;
  /** NOLOGIN owner of the shared tables. */
  readonly applicationOwnerRoleName: string;
  /** Group that holds the grants on the shared tables. */
  readonly sharedGroupRoleName: string;
  /** NOLOGIN role behind the SECURITY DEFINER functions that delete a tenant's own rows. */
  readonly sharedDeleterRoleName: string;
  readonly sharedDatabaseName: string;
  readonly sharedSchemaName: string;
  /** Database that holds the schema-level tenants' schemas. */
  readonly schemasDatabaseName: string;
}

export interface CellNetworkPlan {
  readonly cidrBlock: string;
  readonly availabilityZones: readonly string[];
  readonly flowLogRetentionDays: number;
}

export interface CellClusterPlan {
  readonly clusterName: string;
  readonly version: string;
  readonly nodeGroupName: string;
  readonly instanceTypes: readonly string[];
  readonly minSize: number;
  readonly maxSize: number;
  readonly diskSizeGib: number;
  readonly logTypes: readonly string[];
  readonly logRetentionDays: number;
  readonly clusterRoleName: string;
  readonly nodeRoleName: string;
}

import type { CellAiPlan } from "./ai-plan.ts";
/** One account in one Region, with what its tenants share. */
export interface CellPlan {
  readonly cell: CellReference;
  /** `pool`, or `silo`: capacity for one tenant. */
  readonly kind: "pool" | "silo";
  readonly key: {
    readonly aliasName: string;
    readonly rotationPeriodDays: number;
    readonly deletionWindowDays: number;
  };
  /** What the schedules that rotate tenants' keys are in. */
  readonly keyRotation: CellKeyRotationPlan;
  /** Caches that tenants of the pool share. */
  readonly caches: readonly CellCachePlan[];
  readonly network: CellNetworkPlan;
  readonly cluster: CellClusterPlan;
  readonly database: CellDatabasePlan;
  readonly backup: CellBackupPlan;
  /** Absent where the partition has no edge. */
  readonly edge?: CellEdgePlan;
  readonly logBucket: { readonly bucketName: string; readonly deleteAfterDays: number };
  /** One IAM role per pool tier, narrowed to a tenant by its session tags: tier → role name. */
  readonly poolRoles: Readonly<Record<string, string>>;
  /** How operators get in, in an emergency. */
  readonly breakGlass: BreakGlassPlan;
  /** How tenants sign users in: shared pools, and what all pools send messages with. */
  readonly users: CellUsersPlan;
  /** How tenants of the pool reach AI models. */
  readonly ai: CellAiPlan;
  readonly api: CellApiPlan;
  readonly usage: CellUsagePlan;
  /** What is recorded of all that is done in its account. */
  readonly audit: CellAuditPlan;
  /** How findings reach the tenants that they concern. */
  readonly threat: CellThreatPlan;
  /** Where tenants publish their configuration. */
  readonly configuration: CellConfigurationPlan;
  readonly monitoring: CellMonitoringPlan;
  /** Prefix of every physical name in the fleet, e.g. `sandbox-tenantry`; pool role policies are written against it. */
  readonly namePrefix: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Keys, buckets and databases are kept by a destroy; off only in `releasing`. */
  readonly phase: "active" | "releasing";
}
