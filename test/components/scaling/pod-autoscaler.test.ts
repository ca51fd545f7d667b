import { deepEqual } from "node:assert/strict";
import { declarePodAutoscaler } from "../../../components/scaling/pod-autoscaler.ts";
import type { PodScalingPlan } from "../../../model/plan/scaling-plan.ts";
import { declared, named } from "../../support/declared.ts";

const plan: PodScalingPlan = {
  minReplicas: 2,
  maxReplicas: 100,
  metrics: [
    { kind: "resource", resource: "cpu", utilizationPercent: 70 },
    { kind: "external", metric: "ai_requests", thresholdPercent: 80 },
  ],
  up: { stabilizationSeconds: 300, periodSeconds: 300, percent: 900 },
  down: { stabilizationSeconds: 600, periodSeconds: 600 },
};
const spec = async () => {
  const metadata = { name: "app", namespace: "tenant-a" };
  const all = await declared(() => declarePodAutoscaler("hpa", { plan, tenantId: "acme-corp", metadata }, {}));
  return named(all, "hpa").inputs["spec"] as Record<string, unknown>;
};

describe("declarePodAutoscaler", () => {
  it("R-INF-4 scales the Deployment within the tier's bounds", async () => {
    const { scaleTargetRef, minReplicas, maxReplicas } = await spec();
    deepEqual(scaleTargetRef, { apiVersion: "apps/v1", kind: "Deployment", name: "app" });
    deepEqual([minReplicas, maxReplicas], [2, 100]);
  });

  it("R-INF-4 follows what pods use, and what the tenant uses of its entitlements", async () => {
    deepEqual((await spec())["metrics"], [
      { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 70 } } },
      {
        type: "External",
        external: {
          metric: { name: "ai_requests", selector: { matchLabels: { tenant: "acme-corp" } } },
          target: { type: "Value", value: "800m" },
        },
      },
    ]);
  });

  it("R-INF-4 waits out the cooldowns, grows tenfold at the most in one, and by one pod at the least", async () => {
    deepEqual((await spec())["behavior"], {
      scaleUp: {
        stabilizationWindowSeconds: 300,
        selectPolicy: "Max",
        policies: [
          { type: "Percent", value: 900, periodSeconds: 300 },
          { type: "Pods", value: 1, periodSeconds: 300 },
        ],
      },
      scaleDown: { stabilizationWindowSeconds: 600, selectPolicy: "Disabled" },
    });
  });
});
