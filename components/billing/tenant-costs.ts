import { AnomalyMonitor } from "@pulumi/aws/costexplorer/anomalyMonitor.js";
import { AnomalySubscription } from "@pulumi/aws/costexplorer/anomalySubscription.js";
import * as pulumi from "@pulumi/pulumi";
import type { CostAnomaliesPlan, CostsPlan } from "../../model/plan/costs-plan.ts";
import { tenantBudget } from "./tenant-budget.ts";

export interface TenantCostsArgs {
  readonly plan: CostsPlan;
  readonly tenantId: string;
  readonly topicArn: pulumi.Input<string>;
}

/**
 * Who is told when a tenant costs more than it should: its budget, and what is unlike its spending before.
 *
 * A monitor by tag is the organisation's management account's to have; a cell in a member account is refused it, and
 * its tenants are seen in the cost categories alone. Costs nothing, holds no data.
 */
export class TenantCosts extends pulumi.ComponentResource {
  constructor(name: string, args: TenantCostsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantCosts", name, {}, opts);
    const { budget, anomalies } = args.plan;
    const parent = { parent: this };
    if (budget !== undefined) tenantBudget(`${name}-budget`, { ...args, plan: budget }, parent);
    if (anomalies !== undefined) watchAnomalies(`${name}-anomalies`, anomalies, args, parent);
    this.registerOutputs({});
  }
}

function watchAnomalies(
  name: string,
  plan: CostAnomaliesPlan,
  { tenantId, topicArn }: TenantCostsArgs,
  opts: pulumi.CustomResourceOptions,
): void {
  const watched =
    plan.watches === "account"
      ? { monitorType: "DIMENSIONAL", monitorDimension: "SERVICE" }
      : {
          monitorType: "CUSTOM",
          monitorSpecification: JSON.stringify({
            Tags: { Key: "user:tenant", MatchOptions: ["EQUALS"], Values: [tenantId] },
          }),
        };
  const monitor = new AnomalyMonitor(name, { name: plan.monitorName, ...watched }, opts);
  new AnomalySubscription(
    `${name}-subscription`,
    {
      name: plan.subscriptionName,
      frequency: "IMMEDIATE",
      monitorArnLists: [monitor.arn],
      subscribers: [{ type: "SNS", address: topicArn }],
      thresholdExpression: {
        dimension: {
          key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
          matchOptions: ["GREATER_THAN_OR_EQUAL"],
          values: [`${plan.thresholdUsd}`],
        },
      },
    },
    opts,
  );
}
