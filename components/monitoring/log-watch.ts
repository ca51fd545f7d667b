import { LogAnomalyDetector } from "@pulumi/aws/cloudwatch/logAnomalyDetector.js";
import { LogDataProtectionPolicy } from "@pulumi/aws/cloudwatch/logDataProtectionPolicy.js";
import type { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { LogMetricFilter } from "@pulumi/aws/cloudwatch/logMetricFilter.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { OwnMonitoringPlan } from "../../model/plan/monitoring-plan.ts";

export interface LogWatchArgs {
  readonly plan: Pick<OwnMonitoringPlan, "metricFilters" | "anomalyDetector" | "masking">;
  readonly cell: CellReference;
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Name of a log group → the group. */
  readonly logGroups: ReadonlyMap<string, LogGroup>;
}

/** What is masked in the application's log: addresses and card numbers have no business there. */
const maskedData = ["EmailAddress", "CreditCardNumber"];

/**
 * What reads a tenant's logs: counts lines that alarms look at, learns patterns, masks personal data.
 *
 * Masking costs 0.12 USD a GB that is written; the rest nothing.
 */
export class LogWatch extends pulumi.ComponentResource {
  constructor(name: string, args: LogWatchArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:LogWatch", name, {}, opts);
    const { plan, cell, kmsKeyArn } = args;
    const parent = { parent: this };

    for (const { key, filterName, logGroupName, pattern, namespace, metricName } of plan.metricFilters) {
      const metricTransformation = { namespace, name: metricName, value: "1", defaultValue: "0", unit: "Count" };
      new LogMetricFilter(
        `${name}-${key}`,
        { name: filterName, logGroupName: groupNamed(args, logGroupName).name, pattern, metricTransformation },
        parent,
      );
    }
    if (plan.anomalyDetector !== undefined) {
      const { detectorName, logGroupName } = plan.anomalyDetector;
      new LogAnomalyDetector(
        `${name}-anomalies`,
        {
          detectorName,
          enabled: true,
          evaluationFrequency: "FIFTEEN_MIN",
          kmsKeyId: kmsKeyArn,
          logGroupArnLists: [groupNamed(args, logGroupName).arn],
        },
        parent,
      );
    }
    if (plan.masking !== undefined) {
      const { logGroupName, policyName } = plan.masking;
      new LogDataProtectionPolicy(
        `${name}-masking`,
        {
          logGroupName: groupNamed(args, logGroupName).name,
          policyDocument: maskingPolicy(policyName, cell.partition),
        },
        parent,
      );
    }
    this.registerOutputs({});
  }
}

function groupNamed({ logGroups }: LogWatchArgs, logGroupName: string): LogGroup {
  const group = logGroups.get(logGroupName);
  if (group === undefined) throw new Error(`the log group ${logGroupName} is read, but not declared`);
  return group;
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch-logs-data-protection-policies.html */
function maskingPolicy(name: string, partition: string): string {
  const DataIdentifier = maskedData.map((data) => `arn:${partition}:dataprotection::aws:data-identifier/${data}`);
  return JSON.stringify({
    Name: name,
    Version: "2021-06-01",
    Statement: [
      { Sid: "Audit", DataIdentifier, Operation: { Audit: { FindingsDestination: {} } } },
      { Sid: "Mask", DataIdentifier, Operation: { Deidentify: { MaskConfig: {} } } },
    ],
  });
}
