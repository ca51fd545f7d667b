import { type NamedService, nameLimits } from "./name-limits.ts";
import { physicalName } from "./physical-name.ts";
import { recordNames } from "./record-names.ts";
import { signInDomain } from "./sign-in-domain.ts";

/** Longest prefix: what a 64-character role name leaves beside `-tenant-<uid>-replication`. */
const prefixLimit = 30;

/** Where the physical names of a fleet begin: staging and production never share one. */
export interface Fleet {
  readonly name: string;
  readonly environment: string;
}

/**
 * Beginning of every physical name of a fleet, at most 30 characters.
 *
 * Only this part is ever shortened in a tenant's names: the namespace after it stays whole, because the pool roles'
 * policies are written against `<prefix>-${aws:PrincipalTag/kubernetes-namespace}-*`.
 */
export const namePrefix = ({ name, environment }: Fleet): string => physicalName([name, environment], prefixLimit);

/** The one ClusterRole that every tenant's service account is bound to, in its own namespace. */
export const tenantClusterRoleName = "tenantry-tenant";

/** A tenant's Kubernetes namespace, and the part of its other names that tells tenants apart. */
export const namespaceName = (uid: string): string => physicalName(["tenant", uid], nameLimits.kubernetes);

/** What PostgreSQL calls things of a cell's server; the server is the cell's own, so no prefix is needed. */
export const cellDatabaseNames = {
  master: "platform_master",
  provisioner: "platform_provisioner",
  applicationOwner: "application_owner",
  sharedGroup: "shared_tenants",
  sharedDeleter: "shared_deleter",
  /** Group that may connect to the schemas' database; every tenant with a schema there is a member. */
  schemasGroup: "schema_tenants",
  sharedDatabase: "shared",
  sharedSchema: "app",
  schemasDatabase: "schemas",
} as const;

/** A tenant's names inside PostgreSQL. They say nothing of who it is: role names are visible to every tenant of a server. */
export const tenantDatabaseNames = (uid: string) => ({
  /** The namespace's name: `rds-db:connect` of the pool roles is granted to `${aws:PrincipalTag/kubernetes-namespace}`. */
  role: namespaceName(uid),
  owner: physicalName(["o", uid], nameLimits.postgres, "_"),
  schema: physicalName(["t", uid], nameLimits.postgres, "_"),
  database: physicalName(["t", uid], nameLimits.postgres, "_"),
});

/** A tenant's names outside PostgreSQL, from its uid alone: a changed display name, tier or cell changes none of them. */
export function tenantNames(prefix: string, uid: string) {
  const namespace = namespaceName(uid);
  const named = (service: NamedService, ...rest: string[]) =>
    physicalName([prefix, namespace, ...rest], nameLimits[service]);
  return {
    namespace,
    bucket: named("bucket", "data"),
    replicaBucket: named("bucket", "replica"),
    keyAlias: named("keyAlias"),
    workloadRole: named("role", "workload"),
    replicationRole: named("role", "replication"),
    nodeRole: named("role", "nodes"),
    keyRotationRole: named("role", "rotation"),
    keyRotation: named("schedule"),
    cache: named("cache"),
    nodeGroup: named("nodeGroup", "nodes"),
    databaseInstance: named("databaseInstance", "db"),
    databaseProxy: named("databaseInstance", "proxy"),
    databaseProxyRole: named("role", "proxy"),
    edge: named("edge"),
    backupVault: named("backup"),
    /** Restore-testing plans take no hyphens. */
    restoreTest: named("restoreTest").replaceAll("-", "_"),
    /** Profile through which the tenant calls the model of this alias. */
    model: (alias: string) => named("inferenceProfile", "model", alias.replaceAll(".", "-")),
    guardrail: named("guardrail", "guardrail"),
    supportRole: named("role", "support"),
    userPool: named("userPool"),
    signInDomain: signInDomain(`${prefix}-${namespace}`),
    /** A secret that the tenant's file names, below a path that ends the tenant's part with `/`. */
    secretPrefix: `${prefix}/${namespace}/`,
    secret: (name: string) => `${prefix}/${namespace}/${name}`,
    budget: named("budget"),
    costAnomalies: named("costAnomalies"),
    apiKey: named("apiGateway"),
    usagePlan: named("apiGateway"),
    alarm: (key: string) => named("alarm", key),
    metricFilter: (key: string) => named("metricFilter", key),
    /** Namespace of what is counted in the tenant's own logs. */
    logMetrics: `${prefix}/${namespace}`,
    dashboard: named("dashboard"),
    /** What a connected product takes: its role, topic, rule … */
    connection: (service: NamedService, id: string, ...rest: string[]) => named(service, id, ...rest),
    ownerTopic: named("topic", "owner"),
    activityRule: named("eventRule", "activity"),
    findingsRule: named("eventRule", "findings"),
    recordsQuery: named("query", "records"),
    anomalyDetector: named("metricFilter", "anomalies"),
    /** One log group per category, below a path that ends the tenant's part with `/`. */
    logGroup: (category: string) => `/${prefix}/${namespace}/${category}`,
    /** Begins every key of the tenant in the cell's log bucket. */
    accessLogPrefix: `${namespace}/`,
  } as const;
}

export type TenantNames = ReturnType<typeof tenantNames>;

/** What a cell has for its tenants' keys and caches. */
const infrastructureNames = (named: (service: NamedService, ...rest: string[]) => string) => ({
  keyRotations: named("schedule", "key-rotations"),
  keyRotationFailures: named("queue", "key-rotation-failures"),
  keyRotationAlarm: named("alarm", "key-rotation-failures"),
  /** Caches of the pool, told apart by a number; a user group has its cache's name. */
  cache: (number: number) => named("cache", "cache", `${number}`),
});

/** A cell's names. The log bucket carries the account, since bucket names are shared by all accounts of a partition. */
export function cellNames(prefix: string, cell: { readonly id: string; readonly account_id: string }) {
  const named = (service: NamedService, ...rest: string[]) =>
    physicalName([prefix, "cell", cell.id, ...rest], nameLimits[service]);
  return {
    keyAlias: named("keyAlias"),
    cluster: named("cluster"),
    nodeGroup: named("nodeGroup", "nodes"),
    clusterRole: named("role", "cluster"),
    nodeRole: named("role", "nodes"),
    database: named("databaseInstance", "db"),
    databaseParameters: named("databaseInstance", "db", "parameters"),
    ...infrastructureNames(named),
    subnetGroup: named("databaseInstance", "subnets"),
    monitoringRole: named("role", "monitoring"),
    flowLogRole: named("role", "flow-logs"),
    ...recordNames(named, prefix, cell),
    flowLogs: `/${prefix}/cell-${cell.id}/flow-logs`,
    permissionsBoundary: named("role", "boundary"),
    logBucket: named("bucket", cell.account_id, "logs"),
    model: (alias: string) => named("inferenceProfile", "model", alias.replaceAll(".", "-")),
    guardrail: (policyDigest: string) => named("guardrail", "guardrail", policyDigest),
    invocationLogs: `/${prefix}/cell-${cell.id}/model-invocations`,
    invocationLogRole: named("role", "model-invocations"),
    edge: named("edge"),
    loadBalancer: named("loadBalancer"),
    assetBucket: named("bucket", cell.account_id, "assets"),
    backupRole: named("role", "backup"),
    backupVault: named("backup"),
    backupPlan: (tier: string) => named("backup", tier),
    restoreTest: named("restoreTest").replaceAll("-", "_"),
    poolRole: (tier: string) => named("role", "pool", tier),
    userPool: (tier: string) => named("userPool", tier),
    signInDomain: (tier: string) => signInDomain(`${prefix}-cell-${cell.id}-${tier}`),
    smsRole: named("role", "sms"),
    breakGlassRole: named("role", "break-glass"),
    breakGlassTopic: named("topic", "break-glass"),
    /** Namespace of what is counted of operators' access. */
    accessMetrics: `${prefix}/cell-${cell.id}/access`,
    alarm: (key: string) => named("alarm", key),
    dashboard: named("dashboard"),
    urgentTopic: named("topic", "alarms", "urgent"),
    routineTopic: named("topic", "alarms", "routine"),
    api: named("apiGateway"),
    usagePlan: (tier: string) => named("apiGateway", tier),
    apiLogRole: named("role", "api-logs"),
    apiAccessLogs: `/${prefix}/cell-${cell.id}/api`,
    usageBus: named("eventBus", "usage"),
    usageRule: named("eventRule", "usage", "to-stream"),
    metricStream: named("metricStream", "metrics"),
    metricDelivery: named("firehose", "metrics"),
    metricBucket: named("bucket", cell.account_id, "metrics"),
    metricStreamRole: named("role", "metrics", "stream"),
    metricDeliveryRole: named("role", "metrics", "delivery"),
    usageStream: named("firehose", "usage"),
    usageBucket: named("bucket", cell.account_id, "usage"),
    usageDeadLetters: named("queue", "usage", "dead-letters"),
    usageDeliveryRole: named("role", "usage", "delivery"),
    usageRuleRole: named("role", "usage", "rule"),
    usageStreamLogs: `/${prefix}/cell-${cell.id}/usage`,
    configuration: named("appConfig"),
    configurationStrategy: named("appConfig", "at-once"),
  } as const;
}

export type CellNames = ReturnType<typeof cellNames>;
