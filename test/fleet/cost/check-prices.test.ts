import { deepEqual, equal } from "node:assert/strict";
import { checkPrices, daysBetween, stalePrices } from "../../../fleet/cost/check-prices.ts";
import { awsPage, priceBook } from "../../../model/price-book.ts";

const book = priceBook("us-east-1", [
  awsPage("kms", "2026-01-01", "high", { "kms.key": [1, "key-month"] }),
  awsPage("waf", "2025-01-01", "low", { "waf.acl": [5, "acl-month"] }),
]);
const metersOf = (today: string, days: number) => stalePrices(book, today, days).map(({ meter }) => meter);

describe("check of prices", () => {
  it("R-INF-9 calls a price stale the day after it is as old as it may be, the oldest first", () => {
    deepEqual(metersOf("2026-01-01", 365), []);
    deepEqual(metersOf("2026-01-02", 365), ["waf.acl"]);
    deepEqual(metersOf("2027-06-01", 365), ["waf.acl", "kms.key"]);
    equal(daysBetween("2024-02-28", "2024-03-01"), 2);
  });

  it("counts what has no price, over all stacks, and names Regions without a book", () => {
    const resource = (type: string, region: string) => ({
      urn: type,
      type,
      name: "one",
      inputs: { region },
      options: {},
    });
    const stack = (...resources: ReturnType<typeof resource>[]) => ({ stack: { resources } });
    const sides = [
      stack(resource("aws:kms/key:Key", "us-east-1"), resource("aws:kms/key:Key", "eu-west-3")),
      stack(resource("aws:elsewhere/thing:Thing", "us-east-1"), resource("aws:kms/key:Key", "eu-west-3")),
    ];
    deepEqual(checkPrices([book], sides, { today: "2026-06-01", maxAgeDays: 365 }), {
      prices: 2,
      stale: [
        {
          region: "us-east-1",
          meter: "waf.acl",
          effective: "2025-01-01",
          ageDays: 516,
          confidence: "low",
          source: "https://aws.amazon.com/waf/pricing/",
        },
      ],
      confidence: { high: 1, medium: 0, low: 1 },
      unpriced: { "aws:elsewhere/thing:Thing": 1, "aws:kms/key:Key": 2 },
      regionsWithoutBook: ["eu-west-3"],
    });
  });
});
