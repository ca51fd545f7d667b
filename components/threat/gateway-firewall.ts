import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import { WebAclAssociation } from "@pulumi/aws/wafv2/webAclAssociation.js";
import { WebAclLoggingConfiguration } from "@pulumi/aws/wafv2/webAclLoggingConfiguration.js";
import * as pulumi from "@pulumi/pulumi";
import type { RateFencePlan } from "../../model/plan/edge-plan.ts";
import { edgeWebAcl } from "../edge/edge-web-acl.ts";
import { type Retention, retainedAs } from "../retention.ts";

export interface GatewayFirewallArgs {
  readonly webAclName: string;
  readonly logGroupName: string;
  readonly logRetentionDays: number;
  /** Absent: how often a caller may ask is limited by the usage plans alone. */
  readonly rate?: RateFencePlan;
  /** What is protected. */
  readonly stageArn: pulumi.Input<string>;
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly retention: Retention;
}

/**
 * What looks at requests before the gateway of a cell does, and writes down what it thought of each, without keys.
 *
 * Costs 5 USD a month, 1 USD for each rule, 0.60 USD per million requests, and 0.50 USD per GB of logs, which survive
 * `pulumi destroy` unless released.
 */
export class GatewayFirewall extends pulumi.ComponentResource {
  constructor(name: string, args: GatewayFirewallArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:GatewayFirewall", name, {}, opts);
    const { webAclName, rate, stageArn } = args;
    const parent = { parent: this };
    const acl = edgeWebAcl(
      name,
      { webAclName, before: "gateway", sampleRequests: false, ...(rate === undefined ? {} : { rate }) },
      parent,
    );
    new WebAclAssociation(`${name}-gateway`, { webAclArn: acl.arn, resourceArn: stageArn }, parent);
    const group = new LogGroup(
      `${name}-logs`,
      { name: args.logGroupName, retentionInDays: args.logRetentionDays, kmsKeyId: args.kmsKeyArn },
      { ...parent, ...retainedAs(args.retention) },
    );
    new WebAclLoggingConfiguration(
      `${name}-logging`,
      {
        resourceArn: acl.arn,
        logDestinationConfigs: [group.arn],
        redactedFields: ["authorization", "x-api-key"].map((header) => ({ singleHeader: { name: header } })),
      },
      parent,
    );
    this.registerOutputs({});
  }
}
