import assert from "node:assert/strict";
import { findCostFindings } from "../../../fleet/gates/cost-threshold.ts";
import { judgeFindings } from "../../../fleet/gates/judge-findings.ts";

describe("the gate over cost", () => {
  it("R-INF-9 lets through the larger of a sum and a share, and refuses a cent more", () => {
    assert.deepEqual(findCostFindings({ base: 50, delta: 100 }), []);
    assert.equal(findCostFindings({ base: 50, delta: 100.01 }).length, 1);
    assert.deepEqual(findCostFindings({ base: 10_000, delta: 1000 }), []);
    assert.match(
      findCostFindings({ base: 10_000, delta: 1000.01 })[0]?.reason ?? "",
      /1000\.01 USD a month more .* 1000\.00 more are allowed/,
    );
    assert.deepEqual(findCostFindings({ base: 10, delta: -500 }), []);
  });

  it("R-INF-9 goes by what the fleet's file says, and an exception for the fleet lifts it", () => {
    const strict = { monthlyIncreaseUsd: 0, monthlyIncreasePercent: 0 };
    const findings = findCostFindings({ base: 50, delta: 1 }, strict);
    const exception = {
      gate: "cost-threshold",
      resource: "fleet",
      reason: "planned",
      approvedBy: "a@b.c",
      until: "2026-12-31",
    };
    const verdicts = judgeFindings(findings, { exceptions: [exception], today: "2026-12-01" });
    assert.deepEqual(
      verdicts.map(({ verdict }) => verdict),
      ["excepted"],
    );
  });
});
