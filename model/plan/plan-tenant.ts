import { isPooled } from "../isolation.ts";
import { cellNames, namePrefix, tenantNames } from "../naming.ts";
import { ProblemsError } from "../problems.ts";
import { quantityOf } from "../quantity.ts";
import type { ResolvedTenant } from "../resolve/resolved-tenant.ts";
import type { ApplicationSpec } from "../specs/application-spec.ts";
import type { CellSpec } from "../specs/cell-spec.ts";
import type { FleetSpec } from "../specs/fleet-spec.ts";
import type { TierSpec } from "../specs/tier-spec.ts";
import { planAccess } from "./plan-access.ts";
import { planAi } from "./plan-ai.ts";
import { planApi } from "./plan-api.ts";
import { planTenantBackup } from "./plan-backup.ts";
import { planBackupNotices } from "./plan-backup-notices.ts";
import { planBucket, planBucketNotices } from "./plan-bucket.ts";
import { cacheNotices, planCache } from "./plan-cache.ts";
import { referenceCell } from "./plan-cell.ts";
import { planCompute } from "./plan-compute.ts";
import { configurationUrl, planConfiguration } from "./plan-configuration.ts";
import { connectionNotices, planConnections } from "./plan-connections.ts";
import { planCosts } from "./plan-costs.ts";
import { planData } from "./plan-data.ts";
import { planDataKeys } from "./plan-data-keys.ts";
import { cellDomain, planEdge, planEdgeNotices } from "./plan-edge.ts";
import { planIdentityNotices } from "./plan-identity-notices.ts";
import { type KeyRotationNames, planKey } from "./plan-key.ts";
import { planLogGroups } from "./plan-logs.ts";
import { planModelNotices } from "./plan-model-notices.ts";
import { planMonitoring } from "./plan-monitoring.ts";
import { planMonitoringNotices } from "./plan-monitoring-notices.ts";
import { findPlanProblems } from "./plan-problems.ts";
import { scalingNotices } from "./plan-scaling.ts";
import { planSettings } from "./plan-settings.ts";
import { tenantTags } from "./plan-tags.ts";
import { planRecords } from "./plan-threat.ts";
import { planUsage } from "./plan-usage.ts";
import type { EntitlementsPlan, Phase, TenantIdentityPlan, TenantPlan, WorkloadRolePlan } from "./tenant-plan.ts";

/**
 * All that a tenant's resources are made from, out of its resolved file, its cell, the fleet and the application.
 *
 * The data stays where `placement` says: a tier that isolates differently is refused, as is a copy outside the
 * residency and a key store that is not built.
 *
 * @param phase `active` where absent; the operations that suspend and off-board pass theirs.
 * @throws ProblemsError with everything for which the tenant cannot be planned.
 */
export function planTenant(
  resolved: ResolvedTenant,
  cell: CellSpec,
  fleet: FleetSpec,
  application: ApplicationSpec,
  phase: Phase = "active",
): TenantPlan {
  const problems = findPlanProblems(resolved, cell);
  if (problems.length > 0) {
    throw new ProblemsError(problems);
  }
  const { spec, configuration: tier } = resolved;
  const names = tenantNames(namePrefix(fleet), spec.uid);
  const shared = cellNames(namePrefix(fleet), cell);
  const reference = referenceCell(cell);
  const configuration = planConfiguration(application, shared, names);
  const cache = planCache(resolved, { names, cell, cellNames: shared });
  const { key, notices: keyNotices } = planKey(resolved, {
    aliasName: names.keyAlias,
    rotation: keyRotationNames(names, shared),
    cell,
  });
  const { logGroups, notices: logNotices } = planLogGroups(tier, names);
  const entitlements = planEntitlements(tier);
  const connections = planConnections(resolved, names);
  const data = planData(spec.placement.isolation, { tier, uid: spec.uid, names, engineVersion: cell.postgres.version });
  const hostname = application.hostname.replaceAll("{tenant}", spec.id).replaceAll("{domain}", cellDomain(cell, fleet));
  const place = { application, fleet, cell: reference, names, cellNames: shared };
  const access = planAccess(resolved, names, { ...place, hostname, logGroups });
  return {
    tenant: planIdentity(resolved),
    phase,
    cell: reference,
    entitlements,
    settings: planSettings(resolved),
    api: planApi(resolved, names),
    usage: planUsage(names),
    costs: planCosts(resolved, names),
    configuration,
    key,
    ...planDataKeys(tier, names),
    bucket: planBucket(tier, reference, names),
    cache,
    backup: planTenantBackup(resolved, {
      cell: reference,
      names,
      roleName: shared.backupRole,
    }),
    ...planEdge(resolved, { cell: reference, names, phase }),
    data: { active: data },
    compute: planCompute(resolved, application, cell, names, configurationUrl(configuration)),
    workloadRole: planWorkloadRole(resolved, names.workloadRole),
    ...access,
    connections,
    logGroups,
    records: planRecords(spec.placement.isolation, logGroups, names),
    monitoring: planMonitoring(resolved, { ...place, entitlements, data, logGroups }),
    ai: planAi(resolved, reference, names),
    tags: tenantTags(resolved, cell, fleet),
    hostname,
    notices: [...keyNotices, ...logNotices, ...noticesOf(resolved, cell, { connections, cache, users: access.users })],
    origins: resolved.origins,
  };
}

const keyRotationNames = (
  names: ReturnType<typeof tenantNames>,
  cell: ReturnType<typeof cellNames>,
): KeyRotationNames => ({
  scheduleName: names.keyRotation,
  roleName: names.keyRotationRole,
  groupName: cell.keyRotations,
  deadLetterQueueName: cell.keyRotationFailures,
});

function planIdentity({ spec, configuration }: ResolvedTenant): TenantIdentityPlan {
  return {
    id: spec.id,
    uid: spec.uid,
    name: spec.name,
    owner: spec.owner,
    tier: configuration.tier,
    tierVersion: configuration._metadata.template_version,
    isolation: spec.placement.isolation,
    createdAt: spec.created,
    compliance: spec.compliance ?? [],
    residency: spec.residency,
  };
}

function planEntitlements(tier: TierSpec): EntitlementsPlan {
  const { limits } = tier.configuration;
  return {
    users: quantityOf(limits.max_users),
    storageGb: quantityOf(limits.storage_gb),
    aiSessionsPerMonth: quantityOf(limits.ai_sessions_per_month),
    apiRequestsPerHour: quantityOf(limits.api_requests_per_hour),
    customIntegrations: quantityOf(limits.custom_integrations),
    webhookEndpoints: quantityOf(limits.webhook_endpoints),
    supportLevel: tier.support.level,
    slaAvailabilityPercent: tier.sla.availability_percent,
  };
}

/** Pool tiers share their cell's role, narrowed by session tags; from `database` up a tenant has its own. */
const planWorkloadRole = ({ spec, configuration }: ResolvedTenant, roleName: string): WorkloadRolePlan =>
  isPooled(spec.placement.isolation) ? { kind: "cell", tier: configuration.tier } : { kind: "own", roleName };

/** What a person must know and no resource enforces, beside what keys and log groups say of themselves. */
function noticesOf(
  resolved: ResolvedTenant,
  cell: CellSpec,
  { connections, cache, users }: Pick<TenantPlan, "connections" | "cache" | "users">,
): readonly string[] {
  return [
    ...connectionNotices(connections),
    ...scalingNotices(resolved.configuration, cell),
    ...cacheNotices(cache),
    ...planBackupNotices(resolved),
    ...planBucketNotices(resolved.configuration),
    ...planEdgeNotices(resolved, referenceCell(cell)),
    ...planIdentityNotices(users),
    ...planModelNotices(resolved),
    ...planMonitoringNotices(resolved),
  ];
}
