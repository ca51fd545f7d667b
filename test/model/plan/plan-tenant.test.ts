import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import type { DatabaseDataPlan } from "../../../model/plan/data-plan.ts";
import { planTenant } from "../../../model/plan/plan-tenant.ts";
import {
  application,
  cellNamed,
  committed,
  fleet,
  resolved,
  tenantHead,
  tierNamed,
} from "../../support/tenant-sources.ts";

const us1 = cellNamed("us-1");
const plan = (yaml: string) => planTenant(resolved(yaml), us1, fleet, application);
const sample = (id: string, cell = "us-1") =>
  planTenant(resolved(committed(`tenants/${id}.yaml`)), cellNamed(cell), fleet, application);
const [free, professional, enterprise, custom] = [
  sample("blue-kite"),
  sample("acme-corp"),
  sample("northwind-freight"),
  sample("umbra-health", "umbra-1"),
];
const plans = [free, professional, enterprise, custom];

describe("planTenant", () => {
  it("R-TIER-9 places the data as the tenant's file says, each level with what it owns", () => {
    deepEqual(
      plans.map(({ data }) => data.active.isolation),
      ["shared", "schema", "database", "cluster"],
    );
    deepEqual(
      plans.map(({ key }) => key.kind),
      ["cell", "own", "own", "own"],
    );
    deepEqual(
      plans.map(({ workloadRole }) => workloadRole.kind),
      ["cell", "cell", "own", "own"],
    );
    deepEqual(
      plans.map(({ compute }) => compute.nodeGroup !== undefined),
      [false, false, true, false],
    );
    deepEqual(
      plans.map(({ bucket }) => bucket.replica?.region),
      [undefined, undefined, "us-west-2", "us-west-2"],
    );
    deepEqual(
      plans.map(({ logGroups }) => logGroups.length),
      [2, 4, 4, 4],
    );
  });

  it("R-TIER-1 carries the overridden entitlement, and unlimited as unlimited", () => {
    deepEqual(professional.entitlements.users, { kind: "limited", amount: 500 });
    deepEqual(custom.entitlements.users, { kind: "unlimited" });
  });

  it("R-TIER-2 gives no storage quota where storage is unlimited, and the tier's own where it is not", () => {
    deepEqual(
      plans.map(({ compute }) => compute.quota.hard["requests.storage"]),
      ["1G", "100G", "10000G", undefined],
    );
  });

  it("R-ISO-5 derives the namespace's quota from the tier's largest size and the application's pod", () => {
    const { hard } = professional.compute.quota;
    deepEqual([hard["pods"], hard["requests.cpu"], hard["limits.memory"]], ["25", "2750m", "8000Mi"]);
    const larger = plan(
      tenantHead("professional", "schema", "overrides: { infrastructure.auto_scaling.max_capacity: 40 }"),
    );
    deepEqual([larger.compute.quota.hard["pods"], larger.compute.quota.hard["requests.cpu"]], ["50", "5500m"]);
    deepEqual([hard["services.nodeports"], hard["services.loadbalancers"]], ["0", "0"]);
  });

  it("R-ISO-1 R-ISO-2 limits connections and statements as the tier sells them", () => {
    deepEqual(free.data.active.limits, {
      connections: 2,
      statementTimeoutSeconds: 15,
      idleInTransactionTimeoutSeconds: 60,
    });
    deepEqual(professional.data.active.limits, {
      connections: 8,
      statementTimeoutSeconds: 60,
      idleInTransactionTimeoutSeconds: 60,
    });
  });

  it("R-ISO-3 gives an own instance its replicas, storage and logs, within what is sold", () => {
    const data = enterprise.data.active as DatabaseDataPlan;
    deepEqual([data.multiAz, data.readReplicas, data.backupRetentionDays], [true, 1, 35]);
    deepEqual([data.allocatedStorageGib, data.maxAllocatedStorageGib], [100, 9313]);
    ok(data.maxAllocatedStorageGib * 2 ** 30 <= 10000e9);
    deepEqual(
      [data.parameters["rds.force_ssl"], data.parameters["shared_preload_libraries"]],
      ["1", "pg_stat_statements,pgaudit"],
    );
    deepEqual(data.performanceInsightsRetentionDays, 93);
  });

  it("R-ISO-3 keeps to the service's smallest storage where less is sold", () => {
    const small = plan(tenantHead("enterprise", "database", "overrides: { limits.storage_gb: 1 }")).data
      .active as DatabaseDataPlan;
    deepEqual([small.allocatedStorageGib, small.maxAllocatedStorageGib], [20, 22]);
  });

  it("R-INF-1 rotates by itself from 90 days up, and says so where it does not", () => {
    const days = (value: number) =>
      plan(tenantHead("professional", "schema", `overrides: { security.encryption.key_rotation_days: ${value} }`));
    const rotation = (value: number) => {
      const { key } = days(value);
      return key.kind === "own" ? key.rotationPeriodDays : undefined;
    };
    deepEqual([rotation(90), rotation(365), rotation(89)], [90, 365, undefined]);
    equal(
      days(90).notices.some((notice) => notice.includes("rotat")),
      false,
    );
    match(days(89).notices.join(), /rotated every 89 days by a schedule that rotates on demand/);
  });

  it("R-MON-3 keeps logs for the next longer period of the service, and says so", () => {
    const kept = plan(tenantHead("professional", "schema", "overrides: { monitoring.logging.retention_days: 100 }"));
    deepEqual(
      kept.logGroups.map(({ retentionDays }) => retentionDays),
      [120, 120, 120, 120],
    );
    match(kept.notices.join(), /kept for 100 days.*kept for 120 days/);
    deepEqual(
      professional.logGroups.map(({ retentionDays }) => retentionDays),
      [90, 90, 90, 90],
    );
    deepEqual(custom.logGroups[0]?.retentionDays, 2192);
  });

  it("R-INF-3 locks objects where it is asked for, and not otherwise", () => {
    const locked = plan(
      tenantHead(
        "professional",
        "schema",
        "overrides: { infrastructure.storage.object_lock: { mode: compliance, retention_days: 30 } }",
      ),
    );
    deepEqual(locked.bucket.objectLock, { mode: "COMPLIANCE", retentionDays: 30 });
    deepEqual(
      [professional.bucket.objectLock, professional.bucket.archiveAfterDays, professional.bucket.deleteAfterDays],
      [undefined, 90, 2555],
    );
  });

  it("R-INF-9 tags say who pays and never who somebody is", () => {
    for (const { tags, tenant } of plans) {
      for (const key of [
        "fleet",
        "environment",
        "tenant",
        "tier",
        "cell",
        "isolation",
        "managed-by",
        "cost-allocation",
      ]) {
        match(tags[key] ?? "", /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}$/u, key);
      }
      doesNotMatch(JSON.stringify(tags), /@/);
      ok(!Object.values(tags).includes(tenant.owner) && !Object.values(tags).includes(tenant.name));
    }
  });

  it("remembers where every value came from", () => {
    equal(professional.origins["configuration.limits.max_users"]?.layer, "override");
    equal(professional.origins["infrastructure.database.connections"]?.file, "tiers/professional.yaml");
  });

  it("is active unless an operation says otherwise", () => {
    equal(professional.phase, "active");
    equal(planTenant(resolved(tenantHead("free", "shared")), us1, fleet, application, "suspended").phase, "suspended");
  });
});

describe("a changed tier", () => {
  it("R-TIER-4 changes what is derived from the number, and nothing else", () => {
    const source = tierNamed("professional");
    const spec = structuredClone(source.spec);
    spec.infrastructure.database.connections = 9;
    const declared = { ...source.declared, value: spec };
    const changed = planTenant(
      resolved(tenantHead("professional", "schema"), { tier: { spec, declared } }),
      us1,
      fleet,
      application,
    );
    const before = plan(tenantHead("professional", "schema"));
    deepEqual({ ...changed.data.active, limits: before.data.active.limits }, before.data.active);
    equal(changed.data.active.limits.connections, 9);
    deepEqual({ ...changed, data: before.data, origins: {} }, { ...before, origins: {} });
  });
});
