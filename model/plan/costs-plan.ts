/** What a tenant's own resources may cost the platform, and who is told. */
export interface BudgetPlan {
  readonly budgetName: string;
  readonly monthlyUsd: number;
}

/** Spending that is unlike what it was before. */
export interface CostAnomaliesPlan {
  readonly monitorName: string;
  readonly subscriptionName: string;
  /** `account` where the tenant has one to itself: the others are told apart by their tag. */
  readonly watches: "tag" | "account";
  /** Smallest unusual sum, in USD, that somebody is told of. */
  readonly thresholdUsd: number;
}

/** Absent parts are seen in the cost categories of the whole fleet alone. */
export interface CostsPlan {
  readonly budget?: BudgetPlan;
  readonly anomalies?: CostAnomaliesPlan;
}
