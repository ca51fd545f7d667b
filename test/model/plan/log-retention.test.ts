import { equal, ok, throws } from "node:assert/strict";
import fc from "fast-check";
import { logRetentionDays, logRetentionPeriods } from "../../../model/plan/log-retention.ts";

describe("log retention", () => {
  for (const [asked, kept] of [
    [1, 1],
    [2, 3],
    [90, 90],
    [91, 120],
    [2190, 2192],
    [3653, 3653],
  ] as const) {
    it(`R-MON-3 keeps logs of ${asked} days for ${kept}`, () => equal(logRetentionDays(asked), kept));
  }

  it("R-MON-3 never keeps less than asked, and only what the service accepts", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3653 }), (days) => {
        const kept = logRetentionDays(days);
        ok(kept >= days && logRetentionPeriods.some((period) => period === kept));
      }),
    );
  });

  it("R-MON-3 refuses what the service cannot keep", () => {
    throws(() => logRetentionDays(3654), RangeError);
  });
});
