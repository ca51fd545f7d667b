import { describeAwsContract } from "../../../support/aws-contract.ts";

describeAwsContract(
  [
    "aws:budgets/budget:Budget",
    "aws:costexplorer/anomalyMonitor:AnomalyMonitor",
    "aws:costexplorer/anomalySubscription:AnomalySubscription",
    "aws:costexplorer/costAllocationTag:CostAllocationTag",
    "aws:costexplorer/costCategory:CostCategory",
  ],
  (ids) => {
    const tagged = (value: string) => ({ rule: { tags: { key: "tier", values: [value] } }, value });
    return [
      {
        token: "aws:budgets/budget:Budget",
        good: { name: "one", budgetType: "COST", limitAmount: "10", limitUnit: "USD", timeUnit: "MONTHLY" },
        changed: { limitAmount: "20" },
        replacing: { name: "two" },
        byHand: { property: "limitAmount", value: "1" },
      },
      {
        token: "aws:costexplorer/anomalyMonitor:AnomalyMonitor",
        good: { name: "one", monitorType: "CUSTOM", monitorSpecification: "{}", tags: { a: "b" } },
        changed: { name: "two" },
        replacing: { monitorSpecification: '{"Tags":{}}' },
        byHand: { property: "name", value: "by hand" },
      },
      {
        token: "aws:costexplorer/anomalySubscription:AnomalySubscription",
        good: {
          name: "one",
          frequency: "IMMEDIATE",
          monitorArnLists: [ids["monitorArn"]],
          subscribers: [{ type: "SNS", address: ids["topicArn"] }],
        },
        changed: { frequency: "DAILY", subscribers: [{ type: "EMAIL", address: "ops@example.com" }] },
        replacing: { name: "two" },
        byHand: { property: "frequency", value: "WEEKLY" },
      },
      {
        token: "aws:costexplorer/costAllocationTag:CostAllocationTag",
        good: { tagKey: "tenant", status: "Active" },
        changed: { status: "Inactive" },
        replacing: { tagKey: "tier" },
        byHand: { property: "status", value: "Inactive" },
      },
      {
        token: "aws:costexplorer/costCategory:CostCategory",
        good: { name: "one", ruleVersion: "CostCategoryExpression.v1", rules: [tagged("free")], tags: { a: "b" } },
        changed: { rules: [tagged("free"), tagged("custom")] },
        replacing: { name: "two" },
        byHand: { property: "defaultValue", value: "other" },
      },
    ];
  },
);
