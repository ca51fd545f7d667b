import { Dashboard } from "@pulumi/aws/cloudwatch/dashboard.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { CellMonitoringPlan } from "../../model/plan/monitoring-plan.ts";
import type { Retention } from "../retention.ts";
import { AlarmTopic } from "./alarm-topic.ts";
import { Alarms } from "./alarms.ts";
import { MetricArchive } from "./metric-archive.ts";

export interface CellMonitoringArgs {
  readonly plan: CellMonitoringPlan;
  readonly cell: CellReference;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly retention: Retention;
  /** Where accesses to the archive are logged. */
  readonly logBucketName: pulumi.Input<string>;
}

/**
 * Alarms over a cell and the tenants of its pool, its dashboard, and the topics where its operators are told.
 *
 * Costs 3 USD a month for the dashboard, 0.10 USD for an alarm and for each series of the pool's that has data.
 */
export class CellMonitoring extends pulumi.ComponentResource {
  readonly urgentTopicArn: pulumi.Output<string>;
  readonly routineTopicArn: pulumi.Output<string>;

  constructor(name: string, args: CellMonitoringArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellMonitoring", name, {}, opts);
    const { plan, cell, kmsKeyArn } = args;
    const parent = { parent: this };
    // Events of the cell's own services are told here as well.
    const shared = { cell, kmsKeyArn, publishers: ["cloudwatch", "events", "budgets", "costalerts"] };

    const urgent = new AlarmTopic(`${name}-urgent`, { ...shared, plan: plan.urgentTopic }, parent);
    const routine = new AlarmTopic(`${name}-routine`, { ...shared, plan: plan.routineTopic }, parent);
    this.urgentTopicArn = urgent.arn;
    this.routineTopicArn = routine.arn;
    const routing = { urgentTopicArn: urgent.arn, routineTopicArn: routine.arn };
    new Alarms(`${name}-alarms`, { ...plan, routing, actionsEnabled: true }, parent);
    if (plan.archive !== undefined) {
      const { retention, logBucketName } = args;
      new MetricArchive(`${name}-archive`, { plan: plan.archive, cell, retention, kmsKeyArn, logBucketName }, parent);
    }
    const { dashboardName, body } = plan.dashboard;
    new Dashboard(`${name}-dashboard`, { dashboardName, dashboardBody: body }, parent);
    this.registerOutputs({ urgentTopicArn: this.urgentTopicArn, routineTopicArn: this.routineTopicArn });
  }
}
