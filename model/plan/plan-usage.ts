import type { cellNames, tenantNames } from "../naming.ts";
import type { CellUsagePlan, UsagePlan } from "./usage-plan.ts";

/** Seven years: what tax law commonly asks of the grounds of an invoice, e.g. section 147 of Germany's AO. */
const keptDays = 2557;

export const planUsage = (names: ReturnType<typeof tenantNames>): UsagePlan => ({ source: names.namespace });

export const planCellUsage = (names: ReturnType<typeof cellNames>, logRetentionDays: number): CellUsagePlan => ({
  busName: names.usageBus,
  ruleName: names.usageRule,
  streamName: names.usageStream,
  bucketName: names.usageBucket,
  deadLetterQueueName: names.usageDeadLetters,
  deliveryRoleName: names.usageDeliveryRole,
  ruleRoleName: names.usageRuleRole,
  streamLogGroupName: names.usageStreamLogs,
  streamLogRetentionDays: logRetentionDays,
  sourcePrefix: "tenant-",
  deleteAfterDays: keptDays,
});
