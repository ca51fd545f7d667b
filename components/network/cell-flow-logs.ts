import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { FlowLog } from "@pulumi/aws/ec2/flowLog.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import * as pulumi from "@pulumi/pulumi";
import { cellNames } from "../../model/naming.ts";
import type { CellPlan } from "../../model/plan/cell-plan.ts";
import { policyDocument } from "../identity/policy-document.ts";
import { serviceTrust } from "../identity/service-trust.ts";
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

function allowWriting(name: string, plan: CellPlan, group: LogGroup, opts: pulumi.CustomResourceOptions): Role {
  const role = new Role(
    `${name}-role`,
    {
      name: namesOf(plan).flowLogRole,
      assumeRolePolicy: serviceTrust("vpc-flow-logs.amazonaws.com", plan.cell.accountId),
    },
    opts,
  );
  const policy = policyDocument([
    {
      Sid: "FlowLogs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      Resource: [group.arn, pulumi.interpolate`${group.arn}:*`],
    },
    { Sid: "Find", Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
  ]);
  new RolePolicy(`${name}-role-policy`, { name: "access", role: role.name, policy }, opts);
  return role;
}

function namesOf({ namePrefix, cell }: CellPlan) {
  return cellNames(namePrefix, { id: cell.id, account_id: cell.accountId });
}
