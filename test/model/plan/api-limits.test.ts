import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { apiLimits } from "../../../model/plan/api-limits.ts";
import { planTenant } from "../../../model/plan/plan-tenant.ts";
import { limited, quantityOf } from "../../../model/quantity.ts";
import { cellPlan, tenantPlan } from "../../support/plans.ts";
import { application, cellNamed, fleet, resolved, tenantHead } from "../../support/tenant-sources.ts";

const sold = fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 2 ** 31 }));

describe("limits of the API", () => {
  it("R-API-1 lets no more through in any hour than is sold, nor in a day than 24 hours of it, whatever is sold", () => {
    fc.assert(
      fc.property(sold, (requests) => {
        const limits = apiLimits(limited(requests));
        ok(limits.kind === "limited");
        // A token bucket gives its content and what flows in meanwhile; a request needs a whole token.
        ok(Math.floor(limits.burst + limits.ratePerSecond * 3600) <= requests);
        ok((limits.requestsPerDay ?? 0) <= requests * 24);
        ok(Number.isInteger(limits.burst) && limits.burst <= 5000 && limits.ratePerSecond <= 10_000);
      }),
    );
  });

  it("R-API-1 lets through most of what is sold, and something wherever anything is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30_000_000 }), (requests) => {
        const limits = apiLimits(limited(requests));
        ok(limits.kind === "limited" && limits.burst >= 1 && limits.ratePerSecond > 0);
        ok(limits.burst + limits.ratePerSecond * 3600 >= requests * 0.99);
      }),
    );
  });

  it("R-API-1 R-TIER-4 makes no number of unlimited, and no quota where none can say it", () => {
    deepEqual(apiLimits(quantityOf("unlimited")), { kind: "unlimited" });
    const huge = apiLimits(limited(100_000_000));
    ok(huge.kind === "limited" && huge.requestsPerDay === undefined);
  });

  it("R-API-1 is what the tiers' numbers come to", () => {
    deepEqual(apiLimits(limited(100)), { kind: "limited", ratePerSecond: 0.025, burst: 10, requestsPerDay: 2400 });
    deepEqual(apiLimits(limited(1_000_000)), {
      kind: "limited",
      ratePerSecond: 276.388888,
      burst: 5000,
      requestsPerDay: 24_000_000,
    });
    deepEqual(apiLimits(limited(0)), { kind: "limited", ratePerSecond: 0, burst: 0, requestsPerDay: 0 });
  });
});

describe("usage plans", () => {
  it("R-API-1 are one per distinct set of limits of a pool's tiers, and none in a silo", () => {
    deepEqual(
      cellPlan("us-1").api.usagePlans.map(({ tiers, plan }) => [
        tiers,
        plan.limits.kind === "limited" && plan.limits.burst,
      ]),
      [
        [["free"], 10],
        [["professional"], 1000],
      ],
    );
    deepEqual(cellPlan("umbra-1").api.usagePlans, []);
  });

  it("R-API-1 are the cell's for a tenant of the pool, its own where it shares nothing", () => {
    const planOf = (id: string) => tenantPlan(id).api.usagePlan;
    deepEqual(planOf("blue-kite"), { kind: "cell", tier: "free" });
    deepEqual(planOf("acme-corp"), { kind: "cell", tier: "professional" });
    equal(planOf("northwind-freight").kind, "own");
    equal(planOf("umbra-health").kind, "own");
    equal(tenantPlan("umbra-health").api.limits.kind, "unlimited");
  });

  it("R-API-1 are a tenant's own where an override sells it something else than its tier", () => {
    const less = tenantHead("professional", "schema", "overrides: { limits.api_requests_per_hour: 5000 }\n");
    const { api } = planTenant(resolved(less), cellNamed("us-1"), fleet, application);
    deepEqual(api.usagePlan, { kind: "own", planName: "tenantry-sandbox-tenant-t7k3m9qd" });
    deepEqual(api.limits.kind === "limited" && api.limits.requestsPerDay, 120_000);
  });
});
