import { deepEqual, equal } from "node:assert/strict";
import { TenantCosts } from "../../../components/billing/tenant-costs.ts";
import { declared, named, shortNames } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const topicArn = "arn:aws:sns:us-east-1:111122223333:routine";
const costs = (id: string) =>
  declared(() => new TenantCosts("costs", { plan: tenantPlan(id).costs, tenantId: id, topicArn }));

describe("TenantCosts", () => {
  it("R-INF-9 has a budget from schema up and a monitor for anomalies from database up; the free tenant neither", async () => {
    deepEqual(shortNames(await costs("blue-kite")), []);
    deepEqual(shortNames(await costs("acme-corp")), ["Budget costs-budget"]);
    const both = [
      "AnomalyMonitor costs-anomalies",
      "AnomalySubscription costs-anomalies-subscription",
      "Budget costs-budget",
    ];
    deepEqual(shortNames(await costs("northwind-freight")), both);
    deepEqual(shortNames(await costs("umbra-health")), both);
  });

  it("R-INF-9 tells the operators at 80 and 100 % of what was spent, and at 100 % of the forecast", async () => {
    const { limitAmount, limitUnit, timeUnit, costFilters, notifications } = named(
      await costs("acme-corp"),
      "costs-budget",
    ).inputs;
    deepEqual([limitAmount, limitUnit, timeUnit], ["120", "USD", "MONTHLY"]);
    deepEqual(costFilters, [{ name: "TagKeyValue", values: ["user:tenant$acme-corp"] }]);
    const told = (notificationType: string, threshold: number) => ({
      notificationType,
      threshold,
      thresholdType: "PERCENTAGE",
      comparisonOperator: "GREATER_THAN",
      subscriberSnsTopicArns: [topicArn],
    });
    deepEqual(notifications, [told("ACTUAL", 80), told("ACTUAL", 100), told("FORECASTED", 100)]);
  });

  it("R-INF-9 watches a tenant in a shared account by its tag, and one with an account to itself by service", async () => {
    const monitor = async (id: string) => named(await costs(id), "costs-anomalies").inputs;
    const shared = await monitor("northwind-freight");
    deepEqual(JSON.parse(String(shared["monitorSpecification"])), {
      Tags: { Key: "user:tenant", MatchOptions: ["EQUALS"], Values: ["northwind-freight"] },
    });
    const own = await monitor("umbra-health");
    deepEqual([own["monitorType"], own["monitorDimension"]], ["DIMENSIONAL", "SERVICE"]);
  });

  it("R-INF-9 never asks to be told later than the budget allows", async () => {
    const { thresholdExpression } = named(await costs("northwind-freight"), "costs-anomalies-subscription").inputs as {
      thresholdExpression: { dimension: { values: string[] } };
    };
    equal(
      Number(thresholdExpression.dimension.values[0]) <=
        (tenantPlan("northwind-freight").costs.budget?.monthlyUsd ?? 0),
      true,
    );
  });
});
