import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { FlowLog } from "@pulumi/aws/ec2/flowLog.js";
import type { Role } from "@pulumi/aws/iam/role.js";
import * as pulumi from "@pulumi/pulumi";
import { cellNames } from "../../model/naming.ts";
import type { CellPlan } from "../../model/plan/cell-plan.ts";
import { deliveryRole } from "../identity/delivery-role.ts";
import { type Retention, retainedAs } from "../retention.ts";

export interface CellFlowLogsArgs {
  readonly plan: CellPlan;
  readonly retention: Retention;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly vpcId: pulumi.Input<string>;
}

/** Who talked to whom in a cell's network, refused connections included. Costs what is written. */
export class CellFlowLogs extends pulumi.ComponentResource {
  constructor(name: string, args: CellFlowLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellFlowLogs", name, {}, opts);
    const { plan, vpcId } = args;
    const parent = { parent: this };

    const group = declareGroup(name, args, parent);
    const role = allowWriting(name, plan, group, parent);
    new FlowLog(
      `${name}-vpc`,
      {
        vpcId,
        trafficType: "ALL",
        logDestinationType: "cloud-watch-logs",
        logDestination: group.arn,
        iamRoleArn: role.arn,
        maxAggregationInterval: 60,
      },
      parent,
    );
    this.registerOutputs({});
  }
}

function declareGroup(name: string, args: CellFlowLogsArgs, opts: pulumi.CustomResourceOptions): LogGroup {
  const { plan, retention, kmsKeyArn } = args;
  return new LogGroup(
    name,
    { name: namesOf(plan).flowLogs, retentionInDays: plan.network.flowLogRetentionDays, kmsKeyId: kmsKeyArn },
    { ...opts, ...retainedAs(retention) },
  );
}

const allowWriting = (name: string, plan: CellPlan, group: LogGroup, opts: pulumi.CustomResourceOptions): Role =>
  deliveryRole(
    `${name}-role`,
    {
      roleName: namesOf(plan).flowLogRole,
      service: "vpc-flow-logs.amazonaws.com",
      accountId: plan.cell.accountId,
      statements: [
        {
          Sid: "FlowLogs",
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          Resource: [group.arn, pulumi.interpolate`${group.arn}:*`],
        },
        { Sid: "Find", Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
      ],
    },
    opts,
  );

function namesOf({ namePrefix, cell }: CellPlan) {
  return cellNames(namePrefix, { id: cell.id, account_id: cell.accountId });
}
