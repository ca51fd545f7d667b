import { deepEqual, equal, match } from "node:assert/strict";
import fc from "fast-check";
import { planPodScaling, planReaderScaling, scalingNotices } from "../../../model/plan/plan-scaling.ts";
import type { TierSpec } from "../../../model/specs/tier-spec.ts";
import { cellPlan, tenantPlan } from "../../support/plans.ts";
import { cellNamed, committed, resolved } from "../../support/tenant-sources.ts";

type AutoScaling = TierSpec["infrastructure"]["auto_scaling"];
const cell = cellNamed("us-1");
const serving = { ...cell, kubernetes: { ...cell.kubernetes, external_metrics: true } };
const tierOf = (id: string) => resolved(committed(`tenants/${id}.yaml`)).configuration;
const scaled = (changes: Partial<AutoScaling>): TierSpec => {
  const tier = tierOf("acme-corp");
  const { infrastructure } = tier;
  return {
    ...tier,
    infrastructure: { ...infrastructure, auto_scaling: { ...infrastructure.auto_scaling, ...changes } },
  };
};

describe("planPodScaling", () => {
  it("R-INF-4 turns the tier's words into an autoscaler's", () => {
    deepEqual(tenantPlan("northwind-freight").compute.scaling, {
      minReplicas: 2,
      maxReplicas: 100,
      metrics: [
        { kind: "resource", resource: "cpu", utilizationPercent: 70 },
        { kind: "resource", resource: "memory", utilizationPercent: 70 },
      ],
      up: { stabilizationSeconds: 300, periodSeconds: 300, percent: 900 },
      down: { stabilizationSeconds: 600, periodSeconds: 600, percent: 90 },
    });
  });

  it("R-INF-4 follows the tenant's own metrics where the cell serves them, and says so where it does not", () => {
    const tier = tierOf("northwind-freight");
    deepEqual(planPodScaling(tier, serving)?.metrics.slice(2), [
      { kind: "external", metric: "ai_requests", thresholdPercent: 80 },
      { kind: "external", metric: "ai_session_count", thresholdPercent: 80 },
      { kind: "external", metric: "storage_usage", thresholdPercent: 80 },
    ]);
    const notices = scalingNotices(tier, cell).join("\n");
    match(notices, /does not follow ai_requests, ai_session_count, storage_usage: the cell us-1 has no adapter/);
    match(notices, /Predictive scaling is not carried out/);
    match(notices, /RDS instance grows its storage by itself/);
    equal(scalingNotices(tier, serving).join("\n").includes("adapter"), false);
  });

  it("R-INF-4 scales nothing where the tier does not, and says nothing then", () => {
    equal(planPodScaling(scaled({ enabled: false }), cell), undefined);
    deepEqual(scalingNotices(scaled({ enabled: false }), cell), []);
  });

  it("R-INF-4 R-TIER-8 never goes past what is sold, and stays within what Kubernetes accepts", () => {
    const scaling = fc.record({
      max_capacity: fc.integer({ min: 1, max: 1000 }),
      max_scale_factor: fc.double({ min: 1, max: 100, noNaN: true }),
      target_utilization_percent: fc.integer({ min: 0, max: 100 }),
      scale_up_cooldown_seconds: fc.integer({ min: 0, max: 3600 }),
    });
    fc.assert(
      fc.property(scaling, (changes) => {
        const plan = planPodScaling(scaled({ min_capacity: 1, ...changes }), serving);
        const {
          periodSeconds,
          stabilizationSeconds,
          percent = 1,
        } = plan?.up ?? { periodSeconds: 0, stabilizationSeconds: 0 };
        return (
          plan !== undefined &&
          plan.maxReplicas === changes.max_capacity &&
          1 + percent / 100 <= Math.max(1.01, changes.max_scale_factor) &&
          Number.isInteger(percent) &&
          percent >= 1 &&
          periodSeconds >= 1 &&
          periodSeconds <= 1800 &&
          stabilizationSeconds <= 3600 &&
          plan.metrics.every((metric) => metric.kind !== "resource" || metric.utilizationPercent >= 1)
        );
      }),
    );
  });

  it("R-INF-4 follows the processor where no metric that it is to follow is served", () => {
    deepEqual(planPodScaling(scaled({ custom_metrics: ["ai_requests"] }), cell)?.metrics, [
      { kind: "resource", resource: "cpu", utilizationPercent: 70 },
    ]);
  });
});

describe("planReaderScaling", () => {
  it("R-INF-4 lets the readers of an Aurora cluster follow their load up to what is sold, 15 at the most", () => {
    deepEqual(cellPlan("umbra-1").database.readerScaling, {
      policyName: cellPlan("umbra-1").database.identifier,
      minReaders: 3,
      maxReaders: 15,
      utilizationPercent: 70,
      scaleOutCooldownSeconds: 300,
      scaleInCooldownSeconds: 600,
    });
    equal(cellPlan("us-1").database.readerScaling, undefined);
  });

  it("R-INF-4 scales no readers where the factor leaves no room, or nothing scales", () => {
    const custom = tierOf("umbra-health");
    const factor = (max_scale_factor: number, enabled = true): TierSpec => ({
      ...custom,
      infrastructure: {
        ...custom.infrastructure,
        auto_scaling: { ...custom.infrastructure.auto_scaling, max_scale_factor, enabled },
      },
    });
    equal(planReaderScaling([factor(1)], 3, "p"), undefined);
    equal(planReaderScaling([factor(10, false)], 3, "p"), undefined);
    equal(planReaderScaling([factor(2)], 3, "p")?.maxReaders, 6);
  });
});
