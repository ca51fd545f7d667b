import { deepEqual, equal, ok } from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { readCell } from "../../../cells/index.ts";
import type { StackEstimate } from "../../../fleet/cost/estimate-stack.ts";
import { splitExactly } from "../../../fleet/cost/split.ts";
import { splitCell } from "../../../fleet/cost/split-cell.ts";
import type { TenantPlan } from "../../../model/plan/tenant-plan.ts";
import type { CellSpec } from "../../../model/specs/cell-spec.ts";
import { usageLevels } from "../../../model/usage-profile.ts";
import { readTenantPlan } from "../../../tenants/read-plans.ts";

const root = join(import.meta.dirname, "../../..");
const plans = ["blue-kite", "acme-corp", "northwind-freight"].map((id) => readTenantPlan(id, root).plan);
const reading = readCell("us-1", root);
if (reading.kind === "refused") throw new Error("cells/us-1.yaml is refused");
const pool = reading.cell.spec;

/** A cell of three nodes, a database server, and things beside them. */
function estimateWith(nodes: number, database: number, other: number, use: number): StackEstimate {
  const line = (item: string, meter: string, cost: number, quantity = 1) => ({
    item,
    meter,
    cost,
    quantity,
    region: "us-east-1",
    unit: "hour",
    effective: "2026-01-01",
  });
  const base = nodes + database + other;
  const usage = { low: 0, typical: use, high: 2 * use };
  return {
    base,
    usage,
    total: { low: base, typical: base + use, high: base + 2 * use },
    baseLines: [
      line("aws:eks/nodeGroup:NodeGroup", "ec2.m7i.large", nodes, 3 * 730),
      line("aws:rds/instance:Instance", "rds.postgres.db.r8g.large", database),
      line("aws:kms/key:Key", "kms.key", other),
    ],
    usageLines: { low: [], typical: [], high: [] },
    unpriced: {},
    regionsWithoutBook: [],
  };
}

/** Tenants as the samples are, each under an id of its own. */
const manyTenants = fc
  .array(fc.constantFrom(...plans), { maxLength: 40 })
  .map((list) => list.map((plan, index): TenantPlan => ({ ...plan, tenant: { ...plan.tenant, id: `t-${index}` } })));
const cells = fc
  .record({ tenants: fc.integer({ min: 1, max: 50 }), connections: fc.integer({ min: 0, max: 200 }) })
  .map(({ tenants, connections }): CellSpec => {
    return { ...pool, capacity: { ...pool.capacity, tenants, database_connections: connections } };
  });
const amount = fc.nat({ max: 2_000_000_000 });

describe("split of a cell's cost", () => {
  it("R-INF-9 sums to the whole: shares and what is idle, at each level, whoever is there", () => {
    fc.assert(
      fc.property(manyTenants, cells, amount, amount, amount, amount, (tenants, cell, nodes, database, other, use) => {
        const estimate = estimateWith(nodes, database, other, use);
        const split = splitCell(estimate, cell, tenants);
        for (const level of usageLevels) {
          const shares = [...split.shares.values()];
          const shared = shares.reduce((sum, share) => sum + share.shared[level], 0);
          const idle = shares.reduce((sum, share) => sum + share.idle[level], 0);
          equal(shared + split.idle[level], split.cost[level]);
          if (tenants.length > 0) equal(idle, split.idle[level]);
          ok(split.cost[level] >= estimate.total[level], "never less than what is declared");
          ok(shares.every((share) => share.shared[level] >= 0 && share.idle[level] >= 0));
        }
      }),
    );
  });

  it("splits an amount so that the parts sum to it, none further than a millionth from its share", () => {
    fc.assert(
      fc.property(amount, fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 50 }), (total, weights) => {
        fc.pre(weights.some((weight) => weight > 0));
        const sum = weights.reduce((all, weight) => all + weight, 0);
        const parts = splitExactly(total, weights);
        equal(
          parts.reduce((all, part) => all + part, 0),
          total,
        );
        for (const [index, part] of parts.entries())
          ok(Math.abs(part - (total * (weights[index] ?? 0)) / sum) < 1 + 1e-6);
      }),
    );
    deepEqual(splitExactly(10, [1, 1, 1]), [4, 3, 3]);
    deepEqual(splitExactly(0, [2, 1]), [0, 0]);
    deepEqual(splitExactly(5, []), []);
  });

  it("charges a tenant the same whether its neighbours come or go, and names the key", () => {
    const estimate = estimateWith(240_000_000, 372_000_000, 400_000_000, 0);
    const [free, professional] = plans;
    ok(free && professional);
    const alone = splitCell(estimate, pool, [free]);
    const together = splitCell(estimate, pool, plans);
    deepEqual(together.shares.get("blue-kite")?.shared, alone.shares.get("blue-kite")?.shared);
    // 1 of 400 tenants, 2 of 4,500 connections, one pod's place of the 23 that each of three nodes has.
    const expected = 400_000_000 / 400 + (372_000_000 * 2) / 4500 + 240_000_000 / (3 * 23);
    ok(Math.abs((alone.shares.get("blue-kite")?.shared.typical ?? 0) - expected) < 3);
    deepEqual(
      together.pools.map(({ name, key }) => [name, key.length > 0]),
      [
        ["nodes", true],
        ["database", true],
        ["other", true],
      ],
    );
  });

  it("takes nothing of a server or of nodes from a tenant that brings its own", () => {
    const own = splitCell(estimateWith(3_000_000, 5_000_000, 0, 0), pool, plans).shares.get("northwind-freight");
    equal(own?.shared.typical, 0);
    ok((own?.idle.typical ?? -1) >= 0);
  });

  it("leaves nothing idle in a silo: its one tenant bears it all", () => {
    const silo = { ...pool, capacity: { ...pool.capacity, tenants: 1 } };
    const split = splitCell(estimateWith(3, 5, 7, 11), silo, plans.slice(0, 1));
    deepEqual(split.idle, { low: 0, typical: 0, high: 0 });
    deepEqual(split.shares.get("blue-kite")?.shared, { low: 15, typical: 26, high: 37 });
  });

  it("takes nodes for as many as pods need, where they need more than are declared", () => {
    const crowd = Array.from({ length: 138 }, (_, index): TenantPlan => {
      const [free] = plans;
      ok(free);
      return { ...free, tenant: { ...free.tenant, id: `t-${index}` } };
    });
    const split = splitCell(estimateWith(3_000_000, 0, 0, 0), pool, crowd);
    // 138 pods at 23 a node are six nodes, twice as many as are declared.
    equal(split.cost.typical, 6_000_000);
    equal(split.idle.typical, 0);
  });
});
