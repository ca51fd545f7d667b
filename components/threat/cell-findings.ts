import { EventBus } from "@pulumi/aws/cloudwatch/eventBus.js";
import { EventRule } from "@pulumi/aws/cloudwatch/eventRule.js";
import { EventTarget } from "@pulumi/aws/cloudwatch/eventTarget.js";
import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { LogResourcePolicy } from "@pulumi/aws/cloudwatch/logResourcePolicy.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { CellThreatPlan } from "../../model/plan/threat-plan.ts";
import { policyDocument } from "../identity/policy-document.ts";
import { serviceTrust } from "../identity/service-trust.ts";
import { type Retention, retainedAs } from "../retention.ts";
import { findingSources } from "./finding-sources.ts";

export interface CellFindingsArgs {
  readonly cell: CellReference;
  readonly plan: CellThreatPlan;
  readonly retention: Retention;
  readonly kmsKeyArn: pulumi.Input<string>;
}

/**
 * Hands the account's findings on to a bus of the cell's own, where each tenant's rule takes what concerns it, and
 * keeps all of them searchable.
 *
 * Costs 1 USD per million findings, and 0.50 USD per GB of them. They survive `pulumi destroy` unless released.
 */
export class CellFindings extends pulumi.ComponentResource {
  readonly busName: pulumi.Output<string>;
  readonly logGroupName: pulumi.Output<string>;

  constructor(name: string, args: CellFindingsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:CellFindings", name, {}, opts);
    const { plan, retention, kmsKeyArn } = args;
    const parent = { parent: this };

    const bus = new EventBus(`${name}-bus`, { name: plan.busName, kmsKeyIdentifier: kmsKeyArn }, parent);
    const group = new LogGroup(
      `${name}-logs`,
      { name: plan.logGroupName, retentionInDays: plan.logRetentionDays, kmsKeyId: kmsKeyArn },
      { ...parent, ...retainedAs(retention) },
    );
    letEventsWrite(name, args, group, parent);
    handOn(name, args, { bus, group }, parent);

    this.busName = bus.name;
    this.logGroupName = group.name;
    this.registerOutputs({ busName: this.busName, logGroupName: this.logGroupName });
  }
}

/**
 * One policy for the cell and all of its tenants: a Region has ten.
 *
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-cloudwatchlogs-permissions
 */
function letEventsWrite(
  name: string,
  { cell, plan }: CellFindingsArgs,
  group: LogGroup,
  opts: pulumi.CustomResourceOptions,
): void {
  const { partition, region, accountId } = cell;
  const document = policyDocument([
    {
      Sid: "Events",
      Effect: "Allow",
      Principal: { Service: ["delivery.logs.amazonaws.com", "events.amazonaws.com"] },
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: [
        pulumi.interpolate`${group.arn}:*`,
        `arn:${partition}:logs:${region}:${accountId}:log-group:${plan.tenantLogGroupPrefix}*:*`,
      ],
      Condition: { StringEquals: { "aws:SourceAccount": accountId } },
    },
  ]);
  new LogResourcePolicy(`${name}-write`, { policyName: plan.logPolicyName, policyDocument: document }, opts);
}

interface Destinations {
  readonly bus: EventBus;
  readonly group: LogGroup;
}

function handOn(
  name: string,
  { cell, plan }: CellFindingsArgs,
  { bus, group }: Destinations,
  opts: pulumi.CustomResourceOptions,
): void {
  const rule = new EventRule(
    name,
    {
      name: plan.findingsRuleName,
      description: "Findings of the account",
      eventPattern: JSON.stringify({ source: findingSources }),
    },
    opts,
  );
  const role = new Role(
    `${name}-role`,
    { name: plan.forwarderRoleName, assumeRolePolicy: serviceTrust("events.amazonaws.com", cell.accountId) },
    opts,
  );
  const policy = policyDocument([{ Sid: "Forward", Effect: "Allow", Action: "events:PutEvents", Resource: bus.arn }]);
  new RolePolicy(`${name}-role-policy`, { name: "forward", role: role.name, policy }, opts);
  new EventTarget(`${name}-to-bus`, { rule: rule.name, targetId: "tenants", arn: bus.arn, roleArn: role.arn }, opts);
  // Log groups are opened by their policy, never by a role.
  new EventTarget(`${name}-to-logs`, { rule: rule.name, targetId: "logs", arn: group.arn }, opts);
}
