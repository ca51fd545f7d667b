import type { Isolation } from "../isolation.ts";
import { cellDatabaseNames, tenantDatabaseNames, type tenantNames } from "../naming.ts";
import { atMost, quantityOf } from "../quantity.ts";
import type { TierSpec } from "../specs/tier-spec.ts";
import type { DatabaseDataPlan, DatabaseLimitsPlan, DataPlan, ProxyPlan } from "./data-plan.ts";
import { databaseParameters } from "./database-parameters.ts";

/** Storage bounds of an RDS for PostgreSQL instance on gp3, in GiB. Source: "Amazon RDS DB instance storage". */
const smallestStorageGib = 20;
const largestStorageGib = 65536;
/** What an instance begins with; it grows by itself up to what the tier sells. */
const firstStorageGib = 100;
/** Longest automated backups of RDS, in days. */
export const longestAutomatedBackupDays = 35;

export interface DataPlanInputs {
  readonly tier: TierSpec;
  readonly uid: string;
  readonly names: ReturnType<typeof tenantNames>;
  readonly engineVersion: string;
}

/** Where a tenant's rows are at `isolation`, and what its role may use there. */
export function planData(isolation: Isolation, inputs: DataPlanInputs): DataPlan {
  const names = tenantDatabaseNames(inputs.uid);
  const limits = planDatabaseLimits(inputs.tier);
  switch (isolation) {
    case "shared":
      return {
        isolation,
        databaseName: cellDatabaseNames.sharedDatabase,
        schemaName: cellDatabaseNames.sharedSchema,
        roleName: names.role,
        groupRoleName: cellDatabaseNames.sharedGroup,
        limits,
      };
    case "schema":
      return {
        isolation,
        databaseName: cellDatabaseNames.schemasDatabase,
        schemaName: names.schema,
        roleName: names.role,
        ownerRoleName: names.owner,
        limits,
      };
    case "database":
      return planInstance(inputs, limits);
    case "cluster":
      return {
        isolation,
        databaseName: names.database,
        schemaName: names.schema,
        ownerRoleName: names.owner,
        roleName: names.role,
        limits,
      };
  }
}

function planDatabaseLimits(tier: TierSpec): DatabaseLimitsPlan {
  const { database } = tier.infrastructure;
  return {
    connections: database.connections,
    statementTimeoutSeconds: database.statement_timeout_seconds,
    idleInTransactionTimeoutSeconds: database.idle_in_transaction_timeout_seconds,
  };
}

function planInstance(
  { tier, uid, names, engineVersion }: DataPlanInputs,
  limits: DatabaseLimitsPlan,
): DatabaseDataPlan {
  const database = tenantDatabaseNames(uid);
  const storage = planStorage(tier);
  return {
    isolation: "database",
    instanceIdentifier: names.databaseInstance,
    instanceClass: tier.infrastructure.database.instance_class,
    engineVersion,
    ...storage,
    multiAz: true,
    readReplicas: tier.infrastructure.database.read_replicas,
    ...(tier.infrastructure.database.connection_pooling ? { proxy: planProxy(names) } : {}),
    backupRetentionDays: planBackupRetentionDays(tier),
    performanceInsightsRetentionDays: performanceInsightsDays(tier.monitoring.metrics.retention_days),
    monitoringIntervalSeconds: 60,
    parameters: databaseParameters,
    masterUsername: cellDatabaseNames.master,
    databaseName: database.database,
    schemaName: database.schema,
    ownerRoleName: database.owner,
    roleName: database.role,
    limits,
  };
}

/** A tenth of the connections stays with the platform and with what does not go through the proxy. */
const planProxy = (names: DataPlanInputs["names"]): ProxyPlan => ({
  proxyName: names.databaseProxy,
  roleName: names.databaseProxyRole,
  maximumConnectionsPercent: 90,
  idleClientSeconds: 1800,
});

/** What the tier sells in 10^9 bytes, in the service's GiB: never more than sold, except below the service's minimum. */
function planStorage(tier: TierSpec): Pick<DatabaseDataPlan, "allocatedStorageGib" | "maxAllocatedStorageGib"> {
  const sold = quantityOf(tier.configuration.limits.storage_gb);
  const soldGib = sold.kind === "limited" ? Math.floor((sold.amount * 1e9) / 2 ** 30) : largestStorageGib;
  const allocatedStorageGib = Math.max(smallestStorageGib, Math.min(firstStorageGib, Math.floor(soldGib / 1.1)));
  // RDS wants room for at least a tenth more than is allocated.
  const leastMaximum = Math.ceil(allocatedStorageGib * 1.1);
  const maxAllocatedStorageGib = Math.max(
    leastMaximum,
    atMost({ kind: "limited", amount: soldGib }, largestStorageGib),
  );
  return { allocatedStorageGib, maxAllocatedStorageGib };
}

/** Days of automated backups: what the tier keeps, within the service's 35; none (0) where the tier has no backup. */
export const planBackupRetentionDays = (tier: TierSpec): number =>
  tier.infrastructure.storage.backup_enabled
    ? Math.min(tier.configuration.compliance.retention_days.backups, longestAutomatedBackupDays)
    : 0;

/** Performance Insights keeps 7 days, whole months of 31 days, or 731 days: the next longer one. Source: ModifyDBInstance. */
function performanceInsightsDays(days: number): number {
  if (days <= 7) {
    return 7;
  }
  const months = Math.ceil(days / 31);
  return months > 23 ? 731 : months * 31;
}
