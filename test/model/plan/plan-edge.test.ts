import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";
import { rateFence } from "../../../model/plan/rate-fence.ts";
import { limited, quantityOf } from "../../../model/quantity.ts";
import { cellPlan, tenantPlan } from "../../support/plans.ts";

describe("edge plans", () => {
  it("R-INF-5 never lets more pass in an hour of windows than is sold, and never sets a limit that AWS WAF does not take", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (amount) => {
        const fence = rateFence(limited(amount));
        if (fence === undefined) return amount < 60;
        ok(fence.requests >= 10);
        ok(fence.requests * (3600 / fence.windowSeconds) <= amount);
        return true;
      }),
    );
  });

  it("R-INF-5 makes no number of unlimited, and fences what is sold in the shortest window that can", () => {
    equal(rateFence(quantityOf("unlimited")), undefined);
    deepEqual(rateFence(limited(1_000_000)), { requests: 83_333, windowSeconds: 300 });
    deepEqual(rateFence(limited(100)), { requests: 16, windowSeconds: 600 });
    equal(rateFence(limited(59)), undefined);
    deepEqual(rateFence(limited(60)), { requests: 10, windowSeconds: 600 });
  });

  it("R-INF-5 R-INF-10 gives every tenant an entry, and an enterprise tenant a distribution tenant and web ACL of its own", () => {
    deepEqual(
      ["blue-kite", "acme-corp", "northwind-freight", "umbra-health"].map(
        (id) => tenantPlan(id).edge?.own !== undefined,
      ),
      [false, false, true, false],
    );
    deepEqual(tenantPlan("northwind-freight").edge?.own?.webAcl?.rate, { requests: 83_333, windowSeconds: 300 });
    deepEqual(tenantPlan("acme-corp").edge?.entry, {
      namespace: tenantPlan("acme-corp").compute.namespace,
      serves: true,
      cached: false,
    });
  });

  it("R-INF-10 serves an active tenant alone", () => {
    deepEqual(
      (["active", "suspended", "releasing"] as const).map((phase) => tenantPlan("acme-corp", phase).edge?.entry.serves),
      [true, false, false],
    );
  });

  it("R-INF-5 reaches tenants below their cell's domain, so that no two cells hold one wildcard", () => {
    deepEqual(
      ["acme-corp", "umbra-health"].map((id) => tenantPlan(id).hostname),
      ["acme-corp.us-1.app.example", "umbra-health.umbra-1.app.example"],
    );
    deepEqual(
      ["us-1", "umbra-1"].map((id) => cellPlan(id).edge?.domain),
      ["us-1.app.example", "umbra-1.app.example"],
    );
  });

  it("R-INF-5 fences a pool at the most that a tier of it sells, and a cell whose tier is unlimited not at all", () => {
    deepEqual(cellPlan("us-1").edge?.rate, rateFence(limited(10_000)));
    equal(cellPlan("umbra-1").edge?.rate, undefined);
  });

  it("R-INF-5 caches for an hour", () => {
    equal(cellPlan("us-1").edge?.cachingSeconds, 3600);
  });
});
