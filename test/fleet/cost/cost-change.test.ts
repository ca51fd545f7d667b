import { deepEqual, equal, ok } from "node:assert/strict";
import { join } from "node:path";
import { costChange, sumCostChanges } from "../../../fleet/cost/cost-change.ts";
import { estimateStack } from "../../../fleet/cost/estimate-stack.ts";
import type { SynthesisedResource } from "../../../fleet/synth/synthesised-stack.ts";
import { readTenantPlan } from "../../../tenants/read-plans.ts";

const root = join(import.meta.dirname, "../../..");
const resource = (type: string): SynthesisedResource => ({ urn: type, type, name: "one", inputs: {}, options: {} });
const side = (...types: readonly string[]) => ({ stack: { resources: types.map(resource) } });
const key = "aws:kms/key:Key";
const secret = "aws:secretsmanager/secret:Secret";

describe("change of cost", () => {
  it("R-INF-9 says what an edit costs: a new stack, a larger one, one that goes", () => {
    deepEqual(costChange(undefined, side(key)), {
      base: 0,
      head: 1_000_000,
      bands: { low: 1_000_000, typical: 1_000_000, high: 1_000_000 },
      unpriced: {},
      regionsWithoutBook: [],
      pricesAsOf: "2025-06-01",
    });
    const { base, head } = costChange(side(key), side(key, secret));
    deepEqual([base, head], [1_000_000, 1_400_000]);
    const gone = costChange(side(key), undefined);
    deepEqual([gone.base, gone.head, gone.bands.high], [1_000_000, 0, 0]);
  });

  it("adds up exactly over many stacks alike", () => {
    const more = costChange(side(key), side(key, secret, "aws:elsewhere/thing:Thing"));
    const gone = costChange(side(secret), undefined);
    deepEqual(
      sumCostChanges([
        { change: more, stacks: 7212 },
        { change: gone, stacks: 3 },
      ]),
      {
        base: 7213.2,
        head: 10096.8,
        delta: 2883.6,
        unpriced: { "aws:elsewhere/thing:Thing": 7212 },
        bands: { low: 10096.8, typical: 10096.8, high: 10096.8 },
        pricesAsOf: "2025-06-01",
      },
    );
    deepEqual(sumCostChanges([]), {
      base: 0,
      head: 0,
      delta: 0,
      unpriced: {},
      bands: { low: 0, typical: 0, high: 0 },
    });
  });

  it("names Regions without prices instead of counting nothing", () => {
    const change = costChange(undefined, side(key), () => undefined);
    equal(change.head, 0);
    const sum = sumCostChanges([{ change, stacks: 2 }]);
    deepEqual([sum.unpriced, sum.regionsWithoutPrices], [{ [key]: 2 }, ["us-east-1"]]);
  });

  it("sees an edit that no resource of the tenant's own pays for: more sold, more pods on the cell's nodes", () => {
    const { plan } = readTenantPlan("acme-corp", root);
    const sold = {
      ...plan,
      entitlements: { ...plan.entitlements, storageGb: { kind: "limited", amount: 500 } as const },
    };
    const workload = { ...plan.compute.workload, replicas: plan.compute.workload.replicas + 2 };
    const pods = { ...plan, compute: { ...plan.compute, workload } };
    const stack = { resources: [] };
    for (const edited of [sold, pods]) {
      const { base, head } = costChange({ stack, plan }, { stack, plan: edited });
      ok(head > base, `${base} to ${head}`);
    }
    const same = costChange({ stack, plan }, { stack, plan });
    equal(same.head, same.base);
    ok(same.head > estimateStack(stack, plan).total.typical, "its pods take a part of the cell's nodes");
  });
});
