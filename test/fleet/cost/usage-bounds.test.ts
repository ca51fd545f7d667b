import { deepEqual, equal, ok } from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { profiles, usageProfileOf } from "../../../catalog/usage-profiles/index.ts";
import { shape } from "../../../catalog/usage-profiles/shape.ts";
import { estimateStack } from "../../../fleet/cost/estimate-stack.ts";
import { usedAmounts } from "../../../fleet/cost/usage/used-amounts.ts";
import type { TenantPlan } from "../../../model/plan/tenant-plan.ts";
import type { Quantity } from "../../../model/quantity.ts";
import { type UsageBands, usageLevels } from "../../../model/usage-profile.ts";
import { readTenantPlan } from "../../../tenants/read-plans.ts";

const root = join(import.meta.dirname, "../../..");
const plans = ["blue-kite", "acme-corp", "northwind-freight", "umbra-health"].map(
  (id) => readTenantPlan(id, root).plan,
);

const quantity = fc.oneof(
  fc.nat({ max: 1e9 }).map((amount): Quantity => ({ kind: "limited", amount })),
  fc.constant<Quantity>({ kind: "unlimited" }),
);
/** A sample tenant with other entitlements. */
const tenant = fc
  .record({
    plan: fc.constantFrom(...plans),
    users: quantity,
    storageGb: quantity,
    aiSessionsPerMonth: quantity,
    apiRequestsPerHour: quantity,
  })
  .map(({ plan, ...sold }): TenantPlan => ({ ...plan, entitlements: { ...plan.entitlements, ...sold } }));

const within = (used: number, sold: Quantity, factor = 1) =>
  sold.kind === "unlimited" || used <= sold.amount * factor * (1 + 1e-9);

const rising = ({ low, typical, high }: UsageBands) => 0 <= low && low <= typical && typical <= high;

describe("bounds of use", () => {
  it("never uses more than is sold, whatever is sold", () => {
    fc.assert(
      fc.property(tenant, fc.constantFrom(...usageLevels), (plan, level) => {
        const profile = usageProfileOf(plan.tenant.tier, plan.tenant.isolation);
        const used = usedAmounts(plan, profile, shape, level);
        const { entitlements } = plan;
        ok(within(used.users, entitlements.users));
        ok(within(used.storageGb, entitlements.storageGb));
        ok(within(used.requests, entitlements.apiRequestsPerHour, 730));
        ok(within(used.aiSessions, entitlements.aiSessionsPerMonth));
        const daily = (plan.settings.ai["rate_limits"] as { readonly tokens_per_day: number | "unlimited" })
          .tokens_per_day;
        const tokens = used.aiTokens.input + used.aiTokens.output;
        ok(daily === "unlimited" || tokens <= daily * (730 / 24) * (1 + 1e-9));
        ok(used.pods <= (plan.compute.scaling?.maxReplicas ?? plan.compute.workload.replicas));
      }),
    );
  });

  it("takes the profile's own number where the tier sells without limit, never one that is not written down", () => {
    const [, , , custom] = plans;
    ok(custom);
    const profile = usageProfileOf("custom", "cluster");
    for (const level of usageLevels) {
      const used = usedAmounts(custom, profile, shape, level);
      equal(used.users, profile.users.whereUnlimited[level]);
      equal(used.storageGb, profile.storageGb.whereUnlimited[level]);
      equal(used.requests, 730 * profile.apiRequestsPerHour.whereUnlimited[level]);
    }
  });

  it("R-INF-9 costs no less with more use, and its parts are the whole", () => {
    fc.assert(
      fc.property(tenant, (plan) => {
        const { base, usage, usageLines, total } = estimateStack({ resources: [] }, plan);
        ok(usage.low <= usage.typical && usage.typical <= usage.high);
        for (const level of usageLevels) {
          const lines = usageLines[level].reduce((sum, { cost }) => sum + cost, 0);
          equal(total[level], base + lines);
          ok(Number.isSafeInteger(total[level]) && usageLines[level].every(({ cost }) => Number.isInteger(cost)));
        }
      }),
      { numRuns: 50 },
    );
  });

  it("gives each number of a profile in rising order, shares within one, and a reason", () => {
    for (const profile of profiles()) {
      const { users, storageGb, aiSessionsPerMonth, apiRequestsPerHour, cacheFull, scaledUp, metricSeries } = profile;
      for (const use of [users, storageGb, aiSessionsPerMonth, apiRequestsPerHour]) {
        deepEqual([rising(use.ofSold), use.ofSold.high <= 1, rising(use.whereUnlimited)], [true, true, true]);
        ok(use.because.length > 10);
      }
      for (const { bands, because } of [cacheFull, scaledUp, metricSeries])
        deepEqual([rising(bands), because.length > 10], [true, true]);
      ok(cacheFull.bands.high <= 1 && scaledUp.bands.high <= 1);
    }
    deepEqual(
      profiles().map(({ tier }) => tier),
      ["custom", "enterprise", "free", "professional"],
    );
  });

  it("takes the profile of the same isolation for a tier that has none", () => {
    equal(usageProfileOf("gold", "database").tier, "enterprise");
    equal(usageProfileOf("../prices/us-east-1", "shared").tier, "free");
    equal(usageProfileOf("index", "shared").tier, "free");
  });
});
