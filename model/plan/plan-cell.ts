import type { AiModel } from "../ai-model.ts";
import { isPooled } from "../isolation.ts";
import { cellDatabaseNames, cellNames, namePrefix } from "../naming.ts";
import type { ApplicationSpec } from "../specs/application-spec.ts";
import type { CellSpec } from "../specs/cell-spec.ts";
import type { FleetSpec } from "../specs/fleet-spec.ts";
import type { TierSpec } from "../specs/tier-spec.ts";
import type { CellClusterPlan, CellDatabasePlan, CellNetworkPlan, CellPlan, CellReference } from "./cell-plan.ts";
import { databaseParameters } from "./database-parameters.ts";
import { logRetentionDays } from "./log-retention.ts";
import { nodeSize } from "./node-size.ts";
import { planCellAi } from "./plan-ai.ts";
import { planCellApi } from "./plan-api.ts";
import { planCellAudit } from "./plan-audit.ts";
import { planCellBackup } from "./plan-backup.ts";
import { planCellCaches } from "./plan-cache.ts";
import { planCellMonitoring } from "./plan-cell-monitoring.ts";
import { planCellConfiguration } from "./plan-configuration.ts";
import { longestAutomatedBackupDays, planBackupRetentionDays } from "./plan-data.ts";
import { cellDomain, planCellEdge } from "./plan-edge.ts";
import { planCellUsers } from "./plan-identity.ts";
import { planBreakGlass } from "./plan-operators.ts";
import { planReaderScaling } from "./plan-scaling.ts";
import { cellTags } from "./plan-tags.ts";
import { planCellThreat } from "./plan-threat.ts";
import { planCellUsage } from "./plan-usage.ts";

/** Days that access logs, flow logs and control-plane logs of a cell are kept at the least. */
const cellLogDays = 365;

/** Tenants of the pool per node, at their smallest: two pods each of a quarter core on nodes of two. */
const pooledTenantsPerNode = 4;
const mostNodes = 450;

export interface CellPlanOptions {
  /** Tiers on offer by name; those that the cell's file lists must be among them. */
  readonly tiers: ReadonlyMap<string, TierSpec>;
  /** Finds an AI model of the catalog by its alias. */
  readonly findModel: (alias: string) => AiModel | undefined;
  /** What runs in the cell. */
  readonly application: ApplicationSpec;
  /** `active` where absent: keys, buckets and databases outlive a destroy. */
  readonly phase?: CellPlan["phase"];
}

/** What a tenant's plan says of its cell, from the cell's file alone. */
export const referenceCell = (cell: CellSpec): CellReference => ({
  id: cell.id,
  accountId: cell.account_id,
  partition: cell.partition,
  region: cell.region,
  recoveryRegion: cell.recovery_region,
  residency: cell.residency,
  zones: cell.zones,
});

/**
 * What a cell provides and its tenants share, out of its file and the tiers that it takes.
 *
 * A capacity of one tenant makes it a silo: Aurora with the tier's read replicas instead of a shared instance.
 *
 * @throws RangeError where the cell lists a tier that is not in `tiers`; the cell was not checked then.
 */
export function planCell(cell: CellSpec, fleet: FleetSpec, options: CellPlanOptions): CellPlan {
  const { tiers, findModel, phase = "active" } = options;
  const prefix = namePrefix(fleet);
  const names = cellNames(prefix, cell);
  const offered = cell.tiers.map((name) => tierNamed(name, tiers));
  const kind = cell.capacity.tenants === 1 ? "silo" : "pool";
  const database = planDatabase(cell, names.database, kind, offered);
  const { application } = options;
  return {
    cell: referenceCell(cell),
    kind,
    key: { aliasName: names.keyAlias, rotationPeriodDays: cell.key_rotation_days, deletionWindowDays: 30 },
    keyRotation: planKeyRotation(names),
    caches: planCellCaches(cell, names, offered),
    network: planNetwork(cell),
    cluster: planCluster(cell, names, kind),
    database,
    backup: planCellBackup(
      offered.filter((tier) => isPooled(tier.infrastructure.isolation)),
      names,
    ),
    ...planCellEdge(
      referenceCell(cell),
      fleet,
      names,
      offered.filter((tier) => tier.infrastructure.isolation !== "database" || !tier.infrastructure.edge.enabled),
    ),
    logBucket: { bucketName: names.logBucket, deleteAfterDays: cellLogDays },
    poolRoles: Object.fromEntries(
      offered.filter((tier) => isPooled(tier.infrastructure.isolation)).map(({ tier }) => [tier, names.poolRole(tier)]),
    ),
    ai: planCellAi(offeredVersions(cell, tiers), referenceCell(cell), names, findModel),
    api: planCellApi(offered, names, {
      accessLogRetentionDays: logRetentionDays(cellLogDays),
      tenantOrigin: `https://${options.application.hostname.replaceAll("{domain}", cellDomain(cell, fleet))}`,
    }),
    threat: planCellThreat(prefix, names),
    audit: planCellAudit(referenceCell(cell), prefix, names, offered),
    usage: planCellUsage(names, logRetentionDays(cellLogDays)),
    configuration: planCellConfiguration(names),
    monitoring: planCellMonitoring(cell, {
      application,
      fleet,
      cell: referenceCell(cell),
      names,
      database,
      offered,
    }),
    breakGlass: planBreakGlass(fleet, names),
    users: planCellUsers(offered, names, { fleet }),
    namePrefix: prefix,
    tags: cellTags(cell, fleet),
    phase,
  };
}

/** Every version of the tiers that the cell takes: a tenant may have stayed with an older one. */
const offeredVersions = (cell: CellSpec, tiers: ReadonlyMap<string, TierSpec>) =>
  [...tiers.values()].filter(({ tier }) => cell.tiers.includes(tier));

function tierNamed(name: string, tiers: ReadonlyMap<string, TierSpec>): TierSpec {
  const tier = tiers.get(name);
  if (!tier) {
    throw new RangeError(`tier "${name}" is not among ${[...tiers.keys()].join(", ")}`);
  }
  return tier;
}

const planKeyRotation = (names: ReturnType<typeof cellNames>): CellPlan["keyRotation"] => ({
  groupName: names.keyRotations,
  deadLetterQueueName: names.keyRotationFailures,
  alarmName: names.keyRotationAlarm,
});

const planNetwork = (cell: CellSpec): CellNetworkPlan => ({
  // Cells are never connected to each other, so each may use the same addresses.
  cidrBlock: "10.0.0.0/16",
  availabilityZones: ["a", "b", "c", "d", "e", "f"].slice(0, cell.zones).map((letter) => `${cell.region}${letter}`),
  flowLogRetentionDays: logRetentionDays(cellLogDays),
});

function planCluster(cell: CellSpec, names: ReturnType<typeof cellNames>, kind: CellPlan["kind"]): CellClusterPlan {
  // A node in every zone; a silo may grow to what its one tenant's quota allows, a pool by its tenants.
  const minSize = cell.zones;
  const asked = kind === "silo" ? minSize * 10 : Math.ceil(cell.capacity.tenants / pooledTenantsPerNode);
  return {
    clusterName: names.cluster,
    version: cell.kubernetes.version,
    nodeGroupName: names.nodeGroup,
    instanceTypes: [nodeSize.instanceType],
    minSize,
    maxSize: Math.min(mostNodes, Math.max(minSize, asked)),
    diskSizeGib: nodeSize.diskSizeGib,
    logTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
    logRetentionDays: logRetentionDays(cellLogDays),
    clusterRoleName: names.clusterRole,
    nodeRoleName: names.nodeRole,
  };
}

function planDatabase(
  cell: CellSpec,
  identifier: string,
  kind: CellPlan["kind"],
  tiers: readonly TierSpec[],
): CellDatabasePlan {
  const readReplicas = Math.max(...tiers.map((tier) => tier.infrastructure.database.read_replicas));
  const backupDays = Math.max(1, ...tiers.map(planBackupRetentionDays));
  const readerScaling = kind === "silo" ? planReaderScaling(tiers, Math.max(1, readReplicas), identifier) : undefined;
  return {
    service: kind === "silo" ? "aurora" : "rds",
    identifier,
    engineVersion: cell.postgres.version,
    instanceClass: cell.postgres.instance,
    // Aurora: a writer and at least one reader to fail over to.
    instances: kind === "silo" ? 1 + Math.max(1, readReplicas) : 1,
    ...(readerScaling === undefined ? {} : { readerScaling }),
    allocatedStorageGib: 100,
    maxAllocatedStorageGib: 16384,
    backupRetentionDays: Math.min(longestAutomatedBackupDays, backupDays),
    parameters: { ...databaseParameters, max_connections: `${cell.postgres.max_connections}` },
    masterUsername: cellDatabaseNames.master,
    provisionerRoleName: cellDatabaseNames.provisioner,
    applicationOwnerRoleName: cellDatabaseNames.applicationOwner,
    sharedGroupRoleName: cellDatabaseNames.sharedGroup,
    sharedDeleterRoleName: cellDatabaseNames.sharedDeleter,
    sharedDatabaseName: cellDatabaseNames.sharedDatabase,
    sharedSchemaName: cellDatabaseNames.sharedSchema,
    schemasDatabaseName: cellDatabaseNames.schemasDatabase,
  };
}
