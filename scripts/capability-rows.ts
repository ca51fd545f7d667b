import type { SynthesisedResource } from "../fleet/synth/synthesised-stack.ts";

/** What a tenant's stack declares, by the last part of each type: `Key` of `aws:kms/key:Key`. */
export interface Declared {
  readonly isolation: "shared" | "schema" | "database" | "cluster";
  /** How many there are of a kind. */
  count(kind: string): number;
  /** Whether there is one whose name ends so. */
  has(kind: string, ending?: string): boolean;
}

/** Looks at resources by the last part of their types. */
export const declaredIn = (
  isolation: Declared["isolation"],
  resources: readonly Pick<SynthesisedResource, "type" | "name">[],
): Declared => {
  const of = (kind: string) => resources.filter(({ type }) => type.endsWith(`:${kind}`));
  return {
    isolation,
    count: (kind) => of(kind).length,
    has: (kind, ending = "") => of(kind).some(({ name }) => name.endsWith(ending)),
  };
};

type Cell = (declared: Declared) => string;
const none = "–";

/** `own` where one is declared, else what the tenant has of its cell's. */
const ownOr =
  (kind: string, shared: string): Cell =>
  (of) =>
    of.has(kind) ? "own" : shared;

const keyOf: Cell = (of) => {
  if (!of.has("Key")) return "cell";
  return of.has("ReplicaKey") ? "own, multi-Region" : "own";
};
const databaseOf: Cell = (of) => {
  if (of.has("TenantRows")) return "rows, own role";
  if (of.has("TenantSchema")) return "own schema and role";
  return of.has("TenantClusterDatabase") ? "own Aurora (own cell)" : "own instance";
};
const computeOf: Cell = (of) => {
  if (of.has("NodeGroup")) return "own node group";
  return of.isolation === "cluster" ? "own cluster (own cell)" : "cell nodes";
};
const usersOf: Cell = (of) => {
  if (of.has("UserPool")) return "own";
  return of.has("UserGroup") ? "cell, own group" : none;
};
const cacheOf: Cell = (of) => {
  if (of.has("ServerlessCache")) return "own";
  return of.has("User") ? "cell, own user and prefix" : none;
};
const modelsOf: Cell = (of) => {
  const guardrail = of.has("Guardrail") ? ", own guardrail" : "";
  return of.has("InferenceProfile") ? `own profile${guardrail}` : "cell";
};
const alarmsOf: Cell = (of) => {
  const alarms = of.count("MetricAlarm") + of.count("CompositeAlarm");
  return alarms === 0
    ? "cell, multi-series by tenant"
    : `own (${alarms} alarms${of.has("Dashboard") ? ", dashboard" : ""})`;
};
const backupsOf: Cell = (of) => {
  if (of.has("Vault")) return "own, cross-Region";
  return of.has("Selection") ? "cell, own selection" : "cell";
};
const costsOf: Cell = (of) => {
  if (of.has("AnomalyMonitor")) return "own both";
  return of.has("Budget") ? "own budget" : "cell cost category";
};

/** Rows of the table: capability → what a tenant has of it, found in what its stack declares. */
export const capabilityRows: readonly (readonly [capability: string, cell: Cell])[] = [
  ["namespace, quota, policies, service account", ownOr("Namespace", none)],
  ["database", databaseOf],
  ["compute", computeOf],
  ["KMS key", keyOf],
  ["bucket", (of) => (of.has("BucketReplicationConfig") ? "own, replicated" : ownOr("Bucket", none)(of))],
  ["user pool", usersOf],
  ["IAM role", ownOr("TenantRole", "cell, session tags")],
  ["API key", (of) => (of.has("UsagePlan") ? "own, own plan" : `${ownOr("ApiKey", none)(of)} (shared plan)`)],
  ["cache", cacheOf],
  ["edge, certificate, WAF", (of) => (of.has("DistributionTenant") ? "own distribution tenant" : "cell")],
  ["AI inference profile, guardrail", modelsOf],
  ["log groups", (of) => `own (${of.count("LogGroup")})`],
  ["alarms, dashboard", alarmsOf],
  ["backup vault and plan", backupsOf],
  ["budget, anomaly monitor", costsOf],
  ["configuration document", ownOr("ConfigurationProfile", none)],
];
