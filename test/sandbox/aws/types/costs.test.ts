import { rejects } from "node:assert/strict";
import { type AwsClient, awsClient } from "../../../support/aws-client.ts";
import { refusesEach } from "../../../support/aws-refusals.ts";
import { awsWorld } from "../../../support/aws-world.ts";

const monitorType = "aws:costexplorer/anomalyMonitor:AnomalyMonitor";
const subscriptionType = "aws:costexplorer/anomalySubscription:AnomalySubscription";

describe("billing of the embedded account", () => {
  let client: AwsClient;
  beforeEach(async () => {
    client = await awsClient(awsWorld());
  });
  const told = {
    comparisonOperator: "GREATER_THAN",
    notificationType: "ACTUAL",
    threshold: 80,
    thresholdType: "PERCENTAGE",
    subscriberEmailAddresses: ["ops@example.com"],
  };
  const budget = {
    name: "one",
    budgetType: "COST",
    limitAmount: "10",
    limitUnit: "USD",
    timeUnit: "MONTHLY",
    notifications: [told],
  };

  it("R-INF-9 takes a budget above 0 whose notifications tell somebody", async () => {
    const { subscriberEmailAddresses: _nobody, ...untold } = told;
    await refusesEach(client, "aws:budgets/budget:Budget", budget, [
      ["limitAmount", "0", /must be greater than 0, got 0/],
      ["name", "a:b", /without : and/],
      ["notifications", [untold], /at least one subscriber/],
      ["notifications", [{ ...told, notificationType: "GUESSED" }], /one of \[ACTUAL FORECASTED\]/],
      ["notifications", [{ ...told, subscriberSnsTopicArns: ["a", "b"] }], /at most 1 SNS topic, got 2/],
    ]);
  });

  it("R-INF-9 refuses a budget that tells a topic which does not exist, and takes one that does", async () => {
    const telling = (arn: unknown) => ({
      ...budget,
      notifications: [{ ...told, subscriberEmailAddresses: [], subscriberSnsTopicArns: [arn] }],
    });
    const missing = "arn:aws:sns:eu-central-1:111122223333:none";
    await rejects(client.create("aws:budgets/budget:Budget", telling(missing)), /SNS topic .*:none: it does not exist/);
    const topic = await client.create("aws:sns/topic:Topic", { name: "one" });
    await client.create("aws:budgets/budget:Budget", telling(topic.outputs["arn"]));
  });

  it("R-INF-9 watches by a specification or a dimension, and one dimension of an account once", async () => {
    const custom = { name: "one", monitorType: "CUSTOM", monitorSpecification: "{}" };
    await refusesEach(client, monitorType, custom, [
      ["monitorSpecification", undefined, /CUSTOM needs a monitorSpecification/],
      ["monitorSpecification", "{", /invalid JSON/],
    ]);
    const dimensional = { name: "two", monitorType: "DIMENSIONAL", monitorDimension: "SERVICE" };
    await client.create(monitorType, dimensional);
    await rejects(client.create(monitorType, { ...dimensional, name: "three" }), /Limit exceeded on dimensional/);
  });

  it("R-INF-9 tells a topic at once and an address by the day, and of monitors that exist", async () => {
    const monitor = await client.create(monitorType, {
      name: "one",
      monitorType: "CUSTOM",
      monitorSpecification: "{}",
    });
    const topic = { type: "SNS", address: "arn:aws:sns:eu-central-1:111122223333:one" };
    const good = {
      name: "one",
      frequency: "IMMEDIATE",
      monitorArnLists: [monitor.outputs["arn"]],
      subscribers: [topic],
    };
    await refusesEach(client, subscriptionType, good, [
      ["frequency", "DAILY", /only support Email/],
      ["subscribers", [{ type: "EMAIL", address: "ops@example.com" }], /tells an SNS topic/],
    ]);
    const unknown = "arn:aws:ce::111122223333:anomalymonitor/none";
    await rejects(client.create(subscriptionType, { ...good, monitorArnLists: [unknown] }), /Unknown monitor/);
    await client.create(subscriptionType, good);
    await rejects(client.delete(monitor), /still watched by a subscription/);
  });

  it("R-BIL-3 splits a category's value among others of the same category", async () => {
    const of = (value: string) => ({ value, rule: { tags: { key: "tier", values: [value] } } });
    const good = {
      name: "one",
      ruleVersion: "CostCategoryExpression.v1",
      rules: [of("free"), of("custom"), of("shared")],
      splitChargeRules: [{ source: "shared", targets: ["free", "custom"], method: "PROPORTIONAL" }],
    };
    await refusesEach(client, "aws:costexplorer/costCategory:CostCategory", good, [
      ["splitChargeRules", [{ source: "none", targets: ["free"], method: "EVEN" }], /none is no value/],
      ["splitChargeRules", [{ source: "free", targets: ["free"], method: "EVEN" }], /not among its targets/],
    ]);
  });
});
