import type { NamedService } from "./name-limits.ts";
import { cellNames, tenantDatabaseNames, tenantNames } from "./naming.ts";

/** A physical name, and what must not hold the same name twice. */
export interface PhysicalName {
  readonly service: NamedService;
  readonly name: string;
}

const logCategories = ["application", "security", "audit", "performance"] as const;

/** Every name that a tenant can come to have, at any isolation and in any tier. */
export function namesOfTenant(prefix: string, uid: string): readonly PhysicalName[] {
  const names = tenantNames(prefix, uid);
  const database = tenantDatabaseNames(uid);
  return [
    { service: "kubernetes", name: names.namespace },
    { service: "bucket", name: names.bucket },
    { service: "bucket", name: names.replicaBucket },
    { service: "keyAlias", name: names.keyAlias },
    { service: "role", name: names.workloadRole },
    { service: "role", name: names.replicationRole },
    { service: "role", name: names.nodeRole },
    { service: "role", name: names.keyRotationRole },
    { service: "role", name: names.databaseProxyRole },
    { service: "databaseInstance", name: names.databaseProxy },
    { service: "schedule", name: names.keyRotation },
    { service: "cache", name: names.cache },
    { service: "nodeGroup", name: names.nodeGroup },
    { service: "databaseInstance", name: names.databaseInstance },
    { service: "apiGateway", name: names.apiKey },
    { service: "budget", name: names.budget },
    { service: "costAnomalies", name: names.costAnomalies },
    { service: "backup", name: names.backupVault },
    { service: "edge", name: names.edge },
    { service: "restoreTest", name: names.restoreTest },
    { service: "guardrail", name: names.guardrail },
    { service: "role", name: names.supportRole },
    { service: "userPool", name: names.userPool },
    { service: "signInDomain", name: names.signInDomain },
    { service: "secret", name: names.secret("") },
    { service: "inferenceProfile", name: names.model("") },
    ...logCategories.map((category) => ({ service: "logGroup" as const, name: names.logGroup(category) })),
    { service: "eventConnection", name: names.connection("eventConnection", "jira") },
    { service: "eventRule", name: names.connection("eventRule", "slack") },
    { service: "topic", name: names.connection("topic", "slack") },
    { service: "topic", name: names.ownerTopic },
    { service: "eventRule", name: names.activityRule },
    { service: "eventRule", name: names.findingsRule },
    { service: "query", name: names.recordsQuery },
    { service: "dashboard", name: names.dashboard },
    { service: "alarm", name: names.alarm("health") },
    { service: "metricFilter", name: names.metricFilter("errors") },
    { service: "metricFilter", name: names.anomalyDetector },
    { service: "postgres", name: database.role },
    { service: "postgres", name: database.owner },
    { service: "postgres", name: database.schema },
  ];
}

/** Every name that a cell has; `tiers` are those that it takes. */
export function namesOfCell(
  prefix: string,
  cell: { readonly id: string; readonly account_id: string; readonly tiers: readonly string[] },
): readonly PhysicalName[] {
  const names = cellNames(prefix, cell);
  return [
    { service: "schedule", name: names.keyRotations },
    { service: "queue", name: names.keyRotationFailures },
    { service: "alarm", name: names.keyRotationAlarm },
    { service: "cache", name: names.cache(1) },
    { service: "keyAlias", name: names.keyAlias },
    { service: "cluster", name: names.cluster },
    { service: "nodeGroup", name: names.nodeGroup },
    { service: "role", name: names.clusterRole },
    { service: "role", name: names.nodeRole },
    { service: "databaseInstance", name: names.database },
    { service: "bucket", name: names.logBucket },
    { service: "trail", name: names.trail },
    { service: "eventBus", name: names.securityBus },
    { service: "eventRule", name: names.findingsRule },
    { service: "role", name: names.findingsRole },
    { service: "logPolicy", name: names.logPolicy },
    { service: "edge", name: names.firewall },
    { service: "bucket", name: names.trailBucket },
    { service: "role", name: names.trailRole },
    { service: "topic", name: names.urgentTopic },
    { service: "topic", name: names.routineTopic },
    { service: "dashboard", name: names.dashboard },
    { service: "alarm", name: names.alarm("health") },
    { service: "appConfig", name: names.configuration },
    { service: "apiGateway", name: names.api },
    { service: "eventBus", name: names.usageBus },
    { service: "eventRule", name: names.usageRule },
    { service: "metricStream", name: names.metricStream },
    { service: "firehose", name: names.metricDelivery },
    { service: "bucket", name: names.metricBucket },
    { service: "role", name: names.metricStreamRole },
    { service: "role", name: names.metricDeliveryRole },
    { service: "firehose", name: names.usageStream },
    { service: "bucket", name: names.usageBucket },
    { service: "queue", name: names.usageDeadLetters },
    { service: "role", name: names.usageDeliveryRole },
    { service: "role", name: names.usageRuleRole },
    ...cell.tiers.map((tier) => ({ service: "apiGateway" as const, name: names.usagePlan(tier) })),
    { service: "appConfig", name: names.configurationStrategy },
    { service: "role", name: names.backupRole },
    { service: "backup", name: names.backupVault },
    { service: "edge", name: names.edge },
    { service: "loadBalancer", name: names.loadBalancer },
    { service: "bucket", name: names.assetBucket },
    { service: "restoreTest", name: names.restoreTest },
    ...cell.tiers.map((tier) => ({ service: "backup" as const, name: names.backupPlan(tier) })),
    ...cell.tiers.map((tier) => ({ service: "role" as const, name: names.poolRole(tier) })),
    { service: "role", name: names.smsRole },
    { service: "role", name: names.breakGlassRole },
    { service: "topic", name: names.breakGlassTopic },
    ...cell.tiers.map((tier) => ({ service: "userPool" as const, name: names.userPool(tier) })),
    ...cell.tiers.map((tier) => ({ service: "signInDomain" as const, name: names.signInDomain(tier) })),
  ];
}

/** Two owners whose things would have one name. */
export interface NameCollision extends PhysicalName {
  readonly owners: readonly [string, string];
}

/** Names that two owners share, over a whole fleet; names of different services do not meet. */
export function findNameCollisions(
  owners: Iterable<readonly [owner: string, names: readonly PhysicalName[]]>,
): readonly NameCollision[] {
  const first = new Map<string, string>();
  const collisions: NameCollision[] = [];
  for (const [owner, names] of owners) {
    for (const { service, name } of names) {
      const key = `${service} ${name}`;
      const earlier = first.get(key);
      if (earlier !== undefined && earlier !== owner) {
        collisions.push({ service, name, owners: [earlier, owner] });
      }
      first.set(key, earlier ?? owner);
    }
  }
  return collisions;
}
