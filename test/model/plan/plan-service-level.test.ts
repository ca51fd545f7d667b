import { deepEqual, equal } from "node:assert/strict";
import { planServiceLevel } from "../../../model/plan/plan-service-level.ts";
import { tenantPlan } from "../../support/plans.ts";

const samples = ["acme-corp", "northwind-freight", "umbra-health"] as const;
const keysOf = (alarms: readonly { readonly key: string }[]) => alarms.map(({ key }) => key);

function owned(id: string) {
  const { monitoring } = tenantPlan(id);
  if (monitoring.kind === "cell") throw new Error(`${id} has no alarms of its own`);
  return monitoring;
}

describe("planServiceLevel", () => {
  it("R-MON-4 gives each tier its objective and budget, and burn rates to those with a cell of their own", () => {
    const level = (id: string) => tenantPlan(id).monitoring.serviceLevel;
    deepEqual(
      ["blue-kite", ...samples].map((id) => [level(id).objectivePercent, level(id).errorBudgetMinutes]),
      [
        [99, 432],
        [99.5, 216],
        [99.9, 43.2],
        [99.99, 4.32],
      ],
    );
    const monitoring = owned("umbra-health");
    deepEqual(
      monitoring.alarms
        .filter(({ category }) => category === "service_level")
        .map(({ key, threshold, measure, audience }) => [key, threshold, measure.periodSeconds, audience.length]),
      [
        ["burn-critical-long", 0.144, 3600, 0],
        ["burn-critical-short", 0.144, 300, 0],
        ["burn-high-long", 0.06, 21_600, 0],
        ["burn-high-short", 0.06, 1800, 0],
        ["burn-medium-long", 0.03, 86_400, 0],
        ["burn-medium-short", 0.03, 7200, 0],
      ],
    );
    deepEqual(keysOf(monitoring.composites), ["health", "burn-critical", "burn-high", "burn-medium"]);
    equal(keysOf(owned("northwind-freight").composites).includes("burn-high"), false);
  });

  it("R-MON-4 leaves out a burn rate that could only be reached by more failures than requests", () => {
    const factors = (objective: number) => planServiceLevel(objective).burnRates.map(({ factor }) => factor);
    deepEqual([factors(99), factors(93), factors(80)], [[14.4, 6, 3], [6, 3], [3]]);
  });
});
