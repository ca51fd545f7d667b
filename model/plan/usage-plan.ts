/** How a tenant's use of the product reaches the books. */
export interface UsagePlan {
  /** Source of its events on the cell's bus: its namespace, so that its role can be held to it. */
  readonly source: string;
}

/** Where a cell's tenants report what they used, and where it is kept. */
export interface CellUsagePlan {
  readonly busName: string;
  readonly ruleName: string;
  readonly streamName: string;
  readonly bucketName: string;
  readonly deadLetterQueueName: string;
  readonly deliveryRoleName: string;
  readonly ruleRoleName: string;
  readonly streamLogGroupName: string;
  readonly streamLogRetentionDays: number;
  /** Sources of tenants' events begin with it. */
  readonly sourcePrefix: string;
  readonly deleteAfterDays: number;
}
