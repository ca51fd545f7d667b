import { deepEqual, equal, ok } from "node:assert/strict";
import { join } from "node:path";
import { basePrices } from "../../../catalog/prices/base-prices.ts";
import { baseCost, isOwned } from "../../../fleet/cost/base-cost.ts";
import { synthStack } from "../../../fleet/synth/fleet.ts";
import type { SynthesisedResource } from "../../../fleet/synth/synthesised-stack.ts";

const root = join(import.meta.dirname, "../../..");
const of = async (id: string) => (await synthStack(id, root)).resources;
const resource = (type: string) => ({ type, name: "one" }) as SynthesisedResource;

describe("base cost", () => {
  it("R-INF-9 keeps a free tenant cheap: nothing by the hour, every price known, less than 1 USD a month", async () => {
    const { monthlyUsd, hourly, unpriced } = baseCost(await of("blue-kite"));
    deepEqual([hourly, unpriced], [[], []]);
    ok(monthlyUsd < 1, `${monthlyUsd} USD`);
  });

  it("keeps the number of a free tenant's own resources from growing", async () => {
    // 25 are aimed at. What is beyond them: S3 wants seven settings of a bucket as resources of their own, AppConfig an
    // environment, a profile, a version and a deployment (so that no tenant waits for another's), and user pool, cache
    // and API each a membership beside the thing itself, and the audit view is a saved query. None of them costs anything by being there.
    const owned = (await of("blue-kite")).filter(isOwned);
    ok(owned.length <= 33, owned.map(({ name }) => name).join("\n"));
  });

  it("adds up what is there, tells what is charged by the hour, and hides nothing that it does not know", () => {
    const known = ["aws:kms/key:Key", "aws:secretsmanager/secret:Secret", "aws:s3/bucket:Bucket"].map(resource);
    equal(baseCost(known).monthlyUsd, 1.4);
    deepEqual(baseCost([resource("aws:rds/instance:Instance"), resource("kubernetes:core/v1:Namespace")]), {
      monthlyUsd: 0,
      hourly: ["aws:rds/instance:Instance"],
      unpriced: [],
    });
    deepEqual(baseCost([resource("aws:elsewhere/thing:Thing")]).unpriced, ["aws:elsewhere/thing:Thing"]);
  });

  it("R-INF-9 names a page for every price", () => {
    deepEqual(
      Object.values(basePrices).filter(({ source }) => !source.startsWith("https://aws.amazon.com/")),
      [],
    );
  });
});
