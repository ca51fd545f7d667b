import { deepEqual, equal, match } from "node:assert/strict";
import { priceNotices, staleNotice } from "../../../cli/report/price-words.ts";

describe("words on prices", () => {
  it("R-INF-9 says that a plan's prices are old from the day after a year, and where none are", () => {
    deepEqual(priceNotices({ pricesAsOf: "2025-06-01" }, "2026-06-01"), []);
    const [old] = priceNotices({ pricesAsOf: "2025-06-01" }, "2026-06-02");
    match(old ?? "", /prices of 2025-06-01 and later, some more than 365 days old\. See which: tenantry prices check/);
    deepEqual(priceNotices({}, "2030-01-01"), []);
    const [missing] = priceNotices({ regionsWithoutPrices: ["ap-south-1"] }, "2026-06-02");
    match(
      missing ?? "",
      /There are no prices of ap-south-1: .*\nPriced are eu-central-1, .*\nCopy one of catalog\/prices\//,
    );
  });

  it("says how many of a Region's prices are old; nothing of a Region without any, which is told elsewhere", () => {
    match(
      staleNotice("us-west-2", "2027-06-01") ?? "",
      /^\d+ of \d+ prices of us-west-2 are more than 365 days old, the oldest of 2025-06-01/,
    );
    equal(staleNotice("us-west-2", "2025-07-01"), undefined);
    equal(staleNotice("ap-south-1", "2027-06-01"), undefined);
  });
});
