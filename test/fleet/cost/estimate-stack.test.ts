import { deepEqual, equal, ok } from "node:assert/strict";
import { join } from "node:path";
import { estimateStack, type StackEstimate } from "../../../fleet/cost/estimate-stack.ts";
import { microUsdOf } from "../../../fleet/cost/money.ts";
import { sumOf } from "../../../fleet/cost/price-charges.ts";
import { synthStack } from "../../../fleet/synth/fleet.ts";
import { isOwned } from "../../../fleet/synth/owned.ts";
import type { SynthesisedResource } from "../../../fleet/synth/synthesised-stack.ts";
import { priceBook } from "../../../model/price-book.ts";
import { usageLevels } from "../../../model/usage-profile.ts";
import { readTenantPlan } from "../../../tenants/read-plans.ts";

const root = join(import.meta.dirname, "../../..");
const of = async (id: string) => (await synthStack(id, root)).resources;
const planOf = (id: string) => readTenantPlan(id, root).plan;
const estimateOf = async (id: string) => estimateStack({ resources: await of(id) }, planOf(id));
const resource = (type: string, inputs: Readonly<Record<string, unknown>> = {}): SynthesisedResource => ({
  urn: `urn:${type}`,
  type,
  name: "one",
  inputs,
  options: {},
});
const baseOf = (...resources: readonly SynthesisedResource[]) => estimateStack({ resources }).base;
const lineTotal = ({ baseLines }: StackEstimate, type: string) =>
  sumOf(baseLines.filter(({ item }) => item.endsWith(`:${type}`)));

describe("estimate of a stack", () => {
  it("R-INF-9 keeps a free tenant cheap: no price unknown, and less than 1 USD a month before anything is used", async () => {
    const { base, unpriced, usage } = await estimateOf("blue-kite");
    deepEqual(unpriced, {});
    ok(base < 1e6, `${base} millionths`);
    ok(usage.typical < 1e6, `${usage.typical} millionths`);
  });

  it("keeps the number of a free tenant's own resources from growing", async () => {
    // 25 are aimed at. What is beyond them: S3 wants seven settings of a bucket as resources of their own, AppConfig an
    // environment, a profile, a version and a deployment (so that no tenant waits for another's), and user pool, cache
    // and API each a membership beside the thing itself, and the audit view is a saved query. None of them costs anything by being there.
    const owned = (await of("blue-kite")).filter(isOwned);
    ok(owned.length <= 33, owned.map(({ name }) => name).join("\n"));
  });

  it("R-INF-9 charges what is there by the hour for its size: two zones, a replica, storage, nodes, proxy", async () => {
    const estimate = await estimateOf("northwind-freight");
    // db.r8g.large at 0.239 an hour: two zones and a replica. 100 GB at 0.115: twice and once. A secret for the password.
    equal(lineTotal(estimate, "Instance"), microUsdOf(3 * 0.239 * 730 + 3 * 100 * 0.115 + 0.4));
    // Two m7i.large at 0.1008, disks of 54 GB at 0.08, seven metrics of each node at 0.30.
    equal(lineTotal(estimate, "NodeGroup"), microUsdOf(2 * 0.1008 * 730 + 2 * 54 * 0.08 + 2 * 7 * 0.3));
    equal(lineTotal(estimate, "Proxy"), microUsdOf(2 * 0.015 * 730));
    equal(lineTotal(estimate, "WebAcl"), microUsdOf(5 + 5));
    equal(lineTotal(estimate, "ServerlessCache"), microUsdOf(6.132));
    deepEqual(estimate.unpriced, {});
  });

  it("charges a cell for servers, control plane, endpoints and balancer, and for a use of its own", async () => {
    const estimate = estimateStack({ resources: await of("cell-umbra-1") });
    equal(lineTotal(estimate, "ClusterInstance"), microUsdOf(4 * 0.552 * 730));
    equal(lineTotal(estimate, "VpcEndpoint"), microUsdOf(12 * 3 * 0.01 * 730));
    ok(estimate.usage.low > 0 && estimate.usage.low < estimate.usage.high);
    deepEqual(estimate.unpriced, {});
  });

  it("adds up what is there, and hides nothing that it does not know", () => {
    const known = ["aws:kms/key:Key", "aws:secretsmanager/secret:Secret", "aws:s3/bucket:Bucket"].map((type) =>
      resource(type),
    );
    equal(baseOf(...known), 1_400_000);
    const strange = [resource("aws:elsewhere/thing:Thing"), resource("aws:elsewhere/thing:Thing")];
    deepEqual(estimateStack({ resources: [...strange, ...known] }).unpriced, { "aws:elsewhere/thing:Thing": 2 });
    // A server of a class that the book does not have, and one whose size nobody says.
    const large = { instanceClass: "db.x9g.huge", engine: "postgres", allocatedStorage: 10, storageType: "gp3" };
    const server = estimateStack({ resources: [resource("aws:rds/instance:Instance", large)] });
    deepEqual([server.unpriced, server.base], [{ "aws:rds/instance:Instance": 1 }, 1_150_000]);
    const unsized = estimateStack({ resources: [resource("aws:rds/instance:Instance")] });
    deepEqual([unsized.unpriced, unsized.base], [{ "aws:rds/instance:Instance": 1 }, 0]);
    deepEqual(estimateStack({ resources: [resource("kubernetes:core/v1:Namespace")] }).unpriced, {});
  });

  it("prices an alarm by the metrics that it looks at", () => {
    const alarm = (inputs: Readonly<Record<string, unknown>>) =>
      baseOf(resource("aws:cloudwatch/metricAlarm:MetricAlarm", inputs));
    const metric = { metricName: "users", period: 300 };
    equal(alarm({ metricName: "users", period: 300 }), 100_000);
    equal(alarm({ metricName: "users", period: 10 }), 300_000);
    equal(alarm({ metricQueries: [{ metric }, { metric }, { expression: "m1 / m2" }] }), 200_000);
    equal(alarm({ metricQueries: [{ metric }, { expression: "ANOMALY_DETECTION_BAND(m1, 4)" }] }), 300_000);
    equal(alarm({ metricQueries: [{ expression: "SELECT MAX(users) FROM app GROUP BY tenant" }] }), 0);
  });

  it("takes the prices of the Region that a resource is in, and never another's", () => {
    const book = (region: string, usd: number) =>
      priceBook(region, [
        {
          source: "https://prices.example",
          effective: "2026-01-01",
          confidence: "high",
          prices: { "kms.key": [usd, "key"] },
        },
      ]);
    const books = new Map([
      ["us-east-1", book("us-east-1", 1)],
      ["eu-west-1", book("eu-west-1", 3)],
    ]);
    const key = (region: string) => resource("aws:kms/key:Key", { region });
    const resources = [key("us-east-1"), key("eu-west-1"), key("ap-south-1")];
    const { base, unpriced, regionsWithoutBook } = estimateStack({ resources }, undefined, (region) =>
      books.get(region),
    );
    deepEqual([base, unpriced, regionsWithoutBook], [4_000_000, { "aws:kms/key:Key": 1 }, ["ap-south-1"]]);
  });

  it("R-INF-9 has low, typical and high use, each the sum of its lines, and more with each", async () => {
    for (const id of ["blue-kite", "acme-corp", "northwind-freight", "umbra-health"]) {
      const estimate = await estimateOf(id);
      const { base, usage, usageLines, total, baseLines } = estimate;
      equal(base, sumOf(baseLines));
      for (const level of usageLevels) {
        equal(usage[level], sumOf(usageLines[level]), id);
        equal(total[level], base + usage[level], id);
      }
      ok(usage.low < usage.typical && usage.typical < usage.high, id);
    }
  });

  it("counts kinds of use that have no price, and where no book is", () => {
    const { unpriced, regionsWithoutBook, total } = estimateStack(
      { resources: [] },
      planOf("acme-corp"),
      () => undefined,
    );
    deepEqual(regionsWithoutBook, ["us-east-1"]);
    equal(total.high, 0);
    equal(unpriced["usage: AI"], 4);
    equal(unpriced["usage: requests"], 7);
  });
});
