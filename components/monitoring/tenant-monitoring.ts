import { Dashboard } from "@pulumi/aws/cloudwatch/dashboard.js";
import type { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { OwnMonitoringPlan } from "../../model/plan/monitoring-plan.ts";
import { AlarmTopic } from "./alarm-topic.ts";
import { type AlarmRouting, Alarms } from "./alarms.ts";
import { LogWatch } from "./log-watch.ts";

export interface TenantMonitoringArgs {
  readonly plan: OwnMonitoringPlan;
  readonly cell: CellReference;
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Where the cell's operators are told. */
  readonly operators: Omit<AlarmRouting, "ownerTopicArn">;
  readonly actionsEnabled: boolean;
  /** The tenant's log groups by name, which filters and detectors read. */
  readonly logGroups: ReadonlyMap<string, LogGroup>;
}

/**
 * Alarms, dashboard and topic of one tenant.
 *
 * Costs 3 USD a month for the dashboard and 0.10 USD for an alarm. Holds no data.
 */
export class TenantMonitoring extends pulumi.ComponentResource {
  constructor(name: string, args: TenantMonitoringArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantMonitoring", name, {}, opts);
    const { plan, cell, kmsKeyArn, operators, actionsEnabled, logGroups } = args;
    const parent = { parent: this };

    const ownerTopic =
      plan.ownerTopic === undefined
        ? undefined
        : new AlarmTopic(
            `${name}-owner`,
            { plan: plan.ownerTopic, cell, kmsKeyArn, publishers: ["cloudwatch"] },
            parent,
          );
    const routing = ownerTopic === undefined ? operators : { ...operators, ownerTopicArn: ownerTopic.arn };
    new LogWatch(`${name}-logs`, { plan, cell, kmsKeyArn, logGroups }, parent);
    new Alarms(`${name}-alarms`, { ...plan, routing, actionsEnabled }, parent);
    const { dashboardName, body } = plan.dashboard;
    new Dashboard(`${name}-dashboard`, { dashboardName, dashboardBody: body }, parent);
    this.registerOutputs({});
  }
}
