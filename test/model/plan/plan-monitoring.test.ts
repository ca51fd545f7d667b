import { deepEqual, equal, match, ok } from "node:assert/strict";
import fc from "fast-check";
import type { MetricAlarmPlan } from "../../../model/plan/alarm-plan.ts";
import { entitlementMetrics } from "../../../model/plan/entitlement-metrics.ts";
import { modelLimitMetrics } from "../../../model/plan/plan-model-limit-alarms.ts";
import { planTenant } from "../../../model/plan/plan-tenant.ts";
import type { TenantPlan } from "../../../model/plan/tenant-plan.ts";
import type { ResolvedTenant } from "../../../model/resolve/resolved-tenant.ts";
import type { TierSpec } from "../../../model/specs/tier-spec.ts";
import { cellPlan, tenantPlan } from "../../support/plans.ts";
import { application, cellNamed, committed, fleet, resolved, tenantHead } from "../../support/tenant-sources.ts";

type Limits = TierSpec["configuration"]["limits"];
const samples = ["acme-corp", "northwind-freight", "umbra-health"] as const;
const resolvedSample = (id: string) => resolved(committed(`tenants/${id}.yaml`));

function planned(tenant: ResolvedTenant): TenantPlan {
  return planTenant(tenant, cellNamed(tenant.spec.placement.cell), fleet, application);
}

/** The tenant with its tier changed, checks left out. */
const tiered = (tenant: ResolvedTenant, change: (tier: TierSpec) => TierSpec): ResolvedTenant => ({
  ...tenant,
  configuration: change(tenant.configuration),
});
const withLimits = (tenant: ResolvedTenant, limits: Partial<Limits>): ResolvedTenant =>
  tiered(tenant, (tier) => ({
    ...tier,
    configuration: { ...tier.configuration, limits: { ...tier.configuration.limits, ...limits } },
  }));

const alarmsOf = ({ monitoring }: TenantPlan): readonly MetricAlarmPlan[] =>
  monitoring.kind === "own" ? monitoring.alarms : [];
const usageAlarms = (plan: TenantPlan) => alarmsOf(plan).filter(({ category }) => category === "usage_limits");
const isModelLimit = (key: string) => modelLimitMetrics.some((limit) => key.startsWith(`${limit.key}-`));
const keysOf = (alarms: readonly { readonly key: string }[]) => alarms.map(({ key }) => key);

describe("planMonitoring", () => {
  it("R-MON-2 alarms at 80 and 100 % of what is sold, overrides counted in", () => {
    deepEqual(
      usageAlarms(tenantPlan("acme-corp")).map(({ key, threshold, severity }) => [key, threshold, severity]),
      [
        ["users-80", 400, "medium"],
        ["users-100", 500, "high"],
        ["storage-80", 80e9, "medium"],
        ["storage-100", 100e9, "high"],
        ["ai-sessions-80", 4000, "medium"],
        ["ai-sessions-100", 5000, "high"],
        ["api-requests-80", 8000, "medium"],
        ["api-requests-100", 10_000, "high"],
        ["custom-integrations-80", 20, "medium"],
        ["custom-integrations-100", 25, "high"],
        ["webhook-endpoints-80", 80, "medium"],
        ["webhook-endpoints-100", 100, "high"],
        ["ai-requests-80", 800, "low"],
        ["ai-requests-100", 1000, "medium"],
        ["ai-tokens-80", 800_000, "low"],
        ["ai-tokens-100", 1_000_000, "medium"],
        ["ai-concurrency-80", 40, "low"],
        ["ai-concurrency-100", 50, "medium"],
      ],
    );
  });

  it("R-MON-2 has no alarm on what is sold without limit", () => {
    deepEqual(
      usageAlarms(tenantPlan("umbra-health")).filter(({ key }) => !isModelLimit(key)),
      [],
    );
    equal(keysOf(usageAlarms(tenantPlan("northwind-freight"))).includes("ai-sessions-80"), false);
  });

  it("R-MON-2 R-TIER-1 never sets a threshold above what is sold, and never makes a number of unlimited", () => {
    const quantity = fc.oneof(fc.integer({ min: 0, max: 10_000_000 }), fc.constant("unlimited" as const));
    const limits = fc.record({
      max_users: quantity,
      storage_gb: quantity,
      ai_sessions_per_month: quantity,
      api_requests_per_hour: quantity,
      custom_integrations: quantity,
      webhook_endpoints: quantity,
    });
    fc.assert(
      fc.property(fc.constantFrom(...samples), limits, (id, sold) => {
        const plan = planned(withLimits(resolvedSample(id), sold));
        const alarms = usageAlarms(plan).filter(({ key }) => !isModelLimit(key));
        const expected = entitlementMetrics.flatMap(({ entitlement, key, factor }) => {
          const quantity = plan.entitlements[entitlement];
          if (quantity.kind === "unlimited") return [];
          const most = quantity.amount * factor;
          return quantity.amount === 0
            ? [[`${key}-100`, 0]]
            : [
                [`${key}-80`, most * 0.8],
                [`${key}-100`, most],
              ];
        });
        deepEqual(
          keysOf(alarms),
          expected.map(([key]) => key),
        );
        for (const [index, { threshold = Number.NaN }] of alarms.entries()) {
          const most = Number(expected[index]?.[1]);
          ok(threshold <= most * (1 + 1e-12), `${threshold} is above ${most}`);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("R-MON-2 follows an override within what the tier lets one negotiate", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (users) => {
        const plan = planned(
          resolved(tenantHead("professional", "schema", `overrides: { limits.max_users: ${users} }`)),
        );
        const [first, second] = usageAlarms(plan);
        deepEqual([first?.threshold, second?.threshold], [(users * 80) / 100, users]);
      }),
      { numRuns: 50 },
    );
  });

  it("R-MON-2 has an alarm for each category that the tier alerts on, and none for one that it does not", () => {
    const categories = (plan: TenantPlan) => [...new Set(alarmsOf(plan).map(({ category }) => category))].sort();
    const all = ["business_metrics", "compliance_violations", "performance", "security_events", "system_health"];
    deepEqual(categories(tenantPlan("acme-corp")), [...all, "usage_limits"]);
    deepEqual(categories(tenantPlan("umbra-health")), [...all.slice(0, 4), "service_level", "system_health"].sort());
    const names = [
      "system_health",
      "security_events",
      "usage_limits",
      "performance",
      "business_metrics",
      "compliance_violations",
    ] as const;
    for (const category of names) {
      const without = tiered(resolvedSample("acme-corp"), (tier) => ({
        ...tier,
        monitoring: { ...tier.monitoring, alerting: { ...tier.monitoring.alerting, [category]: false } },
      }));
      equal(categories(planned(without)).includes(category), false, category);
    }
  });

  it("R-SUP-1 says in each alarm how soon somebody answers, and where the runbook is", () => {
    const alarm = (plan: TenantPlan, key: string) => alarmsOf(plan).find((one) => one.key === key)?.description ?? "";
    match(alarm(tenantPlan("acme-corp"), "ready"), /Severity critical, answered within 2 h \(business support\)/);
    match(alarm(tenantPlan("umbra-health"), "ready"), /answered within 0\.25 h \(white-glove support\)/);
    match(alarm(tenantPlan("acme-corp"), "users-80"), /Runbook: docs\/runbooks\/usage-limits\.md$/);
    const elsewhere = { ...fleet, operators: { ...fleet.operators, runbooks: "https://runbooks.example/" } };
    const plan = planTenant(resolvedSample("acme-corp"), cellNamed("us-1"), elsewhere, application);
    match(alarm(plan, "users-80"), /Runbook: https:\/\/runbooks\.example\/usage-limits\.md$/);
    for (const { description } of alarmsOf(tenantPlan("umbra-health"))) ok(description.length <= 1024);
  });

  it("R-MON-2 tells the owner where it is an address, and says so where it is not", () => {
    const own = (plan: TenantPlan) => (plan.monitoring.kind === "own" ? plan.monitoring.ownerTopic : undefined);
    equal(own(tenantPlan("acme-corp"))?.subscriber, "admin@acme.example");
    const tenant = resolvedSample("acme-corp");
    const referred = planned({ ...tenant, spec: { ...tenant.spec, owner: "crm:4711" } });
    equal(own(referred), undefined);
    match(referred.notices.join("\n"), /The owner is a reference and not an address/);
  });

  it("R-MON-1 keeps metrics as they were measured for as long as the tier promises, beside CloudWatch, and says so", () => {
    match(
      tenantPlan("acme-corp").notices.join("\n"),
      /kept for 90 days at 1 min in the cell's metric archive\. .* keeps that resolution for 15 days/,
    );
    match(tenantPlan("blue-kite").notices.join("\n"), /90 days at 5 min .* for 63 days/);
    const { archive } = cellPlan("us-1").monitoring;
    deepEqual([archive?.namespaces, archive?.deleteAfterDays], [["sample-app"], 90]);
    const short = tiered(resolvedSample("acme-corp"), (tier) => ({
      ...tier,
      monitoring: { ...tier.monitoring, metrics: { ...tier.monitoring.metrics, retention_days: 15 } },
    }));
    equal(planned(short).notices.join("\n").includes("archive"), false);
  });

  it("R-MON-1 leaves a tenant that measures nothing to its cell", () => {
    const silent = tiered(resolvedSample("acme-corp"), (tier) => ({
      ...tier,
      monitoring: { ...tier.monitoring, metrics: { ...tier.monitoring.metrics, enabled: false } },
    }));
    equal(planned(silent).monitoring.kind, "cell");
  });

  it("R-MON-2 gives the pool two alarms for each entitlement, whatever the number of tenants", () => {
    const { alarms } = cellPlan("us-1").monitoring;
    const usage = alarms.filter(({ category }) => category === "usage_limits");
    equal(usage.length, 2 * entitlementMetrics.length);
    deepEqual([...new Set(usage.map(({ threshold }) => threshold))], [80, 100]);
    // The default quota of alarms on queries is 200 an account and Region.
    ok(alarms.filter(({ measure }) => measure.kind === "query").length < 200);
    deepEqual(cellPlan("umbra-1").monitoring.alarms, []);
  });
});
