import { LogMetricFilter } from "@pulumi/aws/cloudwatch/logMetricFilter.js";
import { MetricAlarm } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { BreakGlassPlan } from "../../model/plan/operators-plan.ts";
import { AlarmTopic } from "../monitoring/alarm-topic.ts";
import { breakGlassStatements } from "./operator-statements.ts";
import { operatorSessionSeconds, operatorTrust } from "./operator-trust.ts";
import { policyDocument } from "./policy-document.ts";

export interface BreakGlassArgs {
  readonly plan: BreakGlassPlan;
  readonly cell: CellReference;
  readonly namePrefix: string;
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Log group of the account's trail. */
  readonly trailLogGroupName: pulumi.Input<string>;
}

const metricName = "BreakGlassSessions";

/**
 * Emergency access to the tenants of a cell, one at a time: open at any hour, since a deployment may be what fails,
 * with a second factor and a name, for an hour, and told to whoever watches over it within minutes.
 *
 * Costs 0.40 USD a month for the metric and its alarm.
 */
export class BreakGlass extends pulumi.ComponentResource {
  readonly roleArn: pulumi.Output<string>;

  constructor(name: string, args: BreakGlassArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:BreakGlass", name, {}, opts);
    const { plan, cell, namePrefix } = args;
    const parent = { parent: this };

    const role = new Role(
      name,
      {
        name: plan.roleName,
        description: "Emergency access to one tenant at a time; each use is told",
        assumeRolePolicy: operatorTrust({ ...plan, partition: cell.partition, namespace: "tenant-*" }),
        maxSessionDuration: operatorSessionSeconds,
      },
      parent,
    );
    const policy = policyDocument(breakGlassStatements(cell, namePrefix));
    new RolePolicy(`${name}-policy`, { name: "break-glass", role: role.name, policy }, parent);
    tellOfUse(name, args, parent);

    this.roleArn = role.arn;
    this.registerOutputs({ roleArn: this.roleArn });
  }
}

/** Counts in the trail who took the role on, or tried to. */
function tellOfUse(name: string, args: BreakGlassArgs, opts: pulumi.CustomResourceOptions): void {
  const { plan, cell, kmsKeyArn, trailLogGroupName } = args;
  const topic = new AlarmTopic(`${name}-told`, { plan: plan.topic, cell, kmsKeyArn, publishers: ["cloudwatch"] }, opts);
  const roleArn = `arn:${cell.partition}:iam::${cell.accountId}:role/${plan.roleName}`;
  const { metricNamespace: namespace } = plan;
  new LogMetricFilter(
    `${name}-sessions`,
    {
      name: plan.filterName,
      logGroupName: trailLogGroupName,
      pattern: `{ ($.eventName = "AssumeRole") && ($.requestParameters.roleArn = "${roleArn}") }`,
      metricTransformation: { name: metricName, namespace, value: "1", defaultValue: "0" },
    },
    opts,
  );
  new MetricAlarm(
    `${name}-alarm`,
    {
      name: plan.alarmName,
      alarmDescription: "Somebody took on the role for emergencies, or tried to: ask who the trail names, and why.",
      namespace,
      metricName,
      statistic: "Sum",
      period: 60,
      evaluationPeriods: 1,
      threshold: 0,
      comparisonOperator: "GreaterThanThreshold",
      treatMissingData: "notBreaching",
      alarmActions: [topic.arn],
    },
    opts,
  );
}
