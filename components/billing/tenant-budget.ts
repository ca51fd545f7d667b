import { Budget } from "@pulumi/aws/budgets/budget.js";
import type * as pulumi from "@pulumi/pulumi";
import type { BudgetPlan } from "../../model/plan/costs-plan.ts";

export interface TenantBudgetArgs {
  readonly plan: BudgetPlan;
  readonly tenantId: string;
  /** Where the operators are told: what a tenant costs the platform is not the tenant's to know. */
  readonly topicArn: pulumi.Input<string>;
}

/** When somebody is told: at 80 and 100 % of what was spent, and at 100 % of what the month is forecast to cost. */
const alerts = [
  ["ACTUAL", 80],
  ["ACTUAL", 100],
  ["FORECASTED", 100],
] as const;

/**
 * What a tenant's own resources may cost in a month, counted by its tag. It tells and stops nothing; AWS counts a few
 * times a day. Costs nothing.
 */
export const tenantBudget = (
  name: string,
  { plan, tenantId, topicArn }: TenantBudgetArgs,
  opts: pulumi.CustomResourceOptions,
): Budget =>
  new Budget(
    name,
    {
      name: plan.budgetName,
      budgetType: "COST",
      limitAmount: `${plan.monthlyUsd}`,
      limitUnit: "USD",
      timeUnit: "MONTHLY",
      // `user:` are tags that somebody set; the form is the service's own.
      costFilters: [{ name: "TagKeyValue", values: [`user:tenant$${tenantId}`] }],
      notifications: alerts.map(([notificationType, threshold]) => ({
        notificationType,
        threshold,
        thresholdType: "PERCENTAGE",
        comparisonOperator: "GREATER_THAN",
        subscriberSnsTopicArns: [topicArn],
      })),
    },
    opts,
  );
