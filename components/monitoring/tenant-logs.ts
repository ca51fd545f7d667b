import { LogGroup } from "@pulumi/aws/cloudwatch/logGroup.js";
import * as pulumi from "@pulumi/pulumi";
import type { LogGroupPlan } from "../../model/plan/log-group-plan.ts";
import { type Retention, retainedAs } from "../retention.ts";

export interface TenantLogsArgs {
  readonly plan: readonly LogGroupPlan[];
  readonly retention: Retention;
  readonly kmsKeyArn: pulumi.Input<string>;
}

/**
 * A tenant's log groups, one a category, encrypted with the key of what they tell of.
 *
 * Costs what is written and stored. Logs survive `pulumi destroy` unless released, and end by their own retention.
 */
export class TenantLogs extends pulumi.ComponentResource {
  /** Name of a log group → the group, for what reads it. */
  readonly groups: ReadonlyMap<string, LogGroup>;

  constructor(name: string, args: TenantLogsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:TenantLogs", name, {}, opts);
    const kept = { parent: this, ...retainedAs(args.retention) };
    this.groups = new Map(
      args.plan.map(({ category, logGroupName, retentionDays }) => [
        logGroupName,
        new LogGroup(
          `${name}-${category}`,
          { name: logGroupName, retentionInDays: retentionDays, kmsKeyId: args.kmsKeyArn },
          kept,
        ),
      ]),
    );
    this.registerOutputs({});
  }
}
