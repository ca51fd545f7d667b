/** One CloudWatch log group of a tenant. */
export interface LogGroupPlan {
  readonly category: "application" | "security" | "audit" | "performance";
  readonly logGroupName: string;
  /** One of the periods that CloudWatch Logs accepts. */
  readonly retentionDays: number;
}
