import { deepEqual, equal, match } from "node:assert/strict";
import fc from "fast-check";
import { cellNames, tenantNames } from "../../../model/naming.ts";
import { planCache } from "../../../model/plan/plan-cache.ts";
import { cellPlan, tenantPlan } from "../../support/plans.ts";
import { cellNamed, committed, resolved } from "../../support/tenant-sources.ts";

const us1 = cellNamed("us-1");

describe("planCache", () => {
  it("R-INF-7 R-TIER-8 gives a pool tenant a user and a prefix in one of the cell's caches", () => {
    const { cache } = tenantPlan("acme-corp");
    if (cache.kind !== "cell") throw new Error("the cache is not the cell's");
    deepEqual([cache.userName, cache.keyPrefix, cache.sizeMb], ["tenant-t7k3m9qd", "tenant-t7k3m9qd:", 1024]);
    deepEqual([cache.ttlSeconds, cache.strategy], [3600, "write-through"]);
    equal(
      cellPlan("us-1").caches.some(({ cacheName }) => cacheName === cache.cacheName),
      true,
    );
    match(tenantPlan("acme-corp").notices.join("\n"), /1024 MB for the tenant by the application's own count/);
  });

  it("R-INF-7 gives a tenant with a database of its own a cache of its own, no larger than sold", () => {
    const sizes = ["northwind-freight", "umbra-health"].map((id) => {
      const { cache } = tenantPlan(id);
      return cache.kind === "own" ? [cache.maximumGb, cache.sizeMb / 1024] : cache.kind;
    });
    deepEqual(sizes, [
      [8, 8],
      [32, 32],
    ]);
    deepEqual(cellPlan("umbra-1").caches, []);
  });

  it("R-INF-7 R-ISO-6 spreads a full cell over groups of at most 100 users, and always the same way", () => {
    const tenant = resolved(committed("tenants/acme-corp.yaml"));
    const home = (uid: string) => {
      const placed = { ...tenant, spec: { ...tenant.spec, uid } };
      const plan = planCache(placed, { cell: us1, names: tenantNames("p", uid), cellNames: cellNames("p", us1) });
      return plan.kind === "cell" ? plan.cacheName : plan.kind;
    };
    const uid = fc.stringMatching(/^[a-z][a-z0-9]{7}$/);
    const full = fc.uniqueArray(uid, { minLength: us1.capacity.tenants, maxLength: us1.capacity.tenants });
    fc.assert(
      fc.property(full, (uids) => {
        const users = Map.groupBy(uids, home);
        return [...users.values()].every(({ length }) => length <= 100);
      }),
      { numRuns: 5 },
    );
    equal(home("t7k3m9qd"), home("t7k3m9qd"));
    const names = new Set(cellPlan("us-1").caches.map(({ cacheName }) => cacheName));
    equal(names.size, 7);
  });
});
