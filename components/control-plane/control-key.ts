import { Alias } from "@pulumi/aws/kms/alias.js";
import { Key } from "@pulumi/aws/kms/key.js";
import * as pulumi from "@pulumi/pulumi";
import type { ControlPlanePlan } from "../../model/plan/control-plane-plan.ts";
import { trailKeyStatements } from "../audit/trail-statements.ts";
import { type PolicyStatement, policyDocument } from "../identity/policy-document.ts";
import { administrationStatement } from "../keys/key-statements.ts";
import { type Retention, retainedAs } from "../retention.ts";

export interface ControlKeyArgs {
  readonly plan: ControlPlanePlan;
  readonly retention: Retention;
}

/** Key of what the control plane keeps: evidence, records, events. Costs 1 USD a month. Without it they are gone. */
export class ControlKey extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, { plan, retention }: ControlKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:ControlKey", name, {}, opts);
    const parent = { parent: this };
    const key = new Key(
      name,
      {
        description: "Control plane",
        policy: policyDocument([
          administrationStatement(plan.place),
          ...trailKeyStatements(plan.place, plan.trail.trailName),
          ...recordStatements(plan),
          busStatement(plan),
        ]),
        enableKeyRotation: true,
        rotationPeriodInDays: plan.key.rotationPeriodDays,
        deletionWindowInDays: plan.key.deletionWindowDays,
      },
      { ...parent, ...retainedAs(retention) },
    );
    new Alias(`${name}-alias`, { name: `alias/${plan.key.aliasName}`, targetKeyId: key.keyId }, parent);
    this.arn = key.arn;
    this.registerOutputs({ arn: this.arn });
  }
}

/** The fleet's accounts write their records with the key, and read through S3 what their own policies let them. */
function recordStatements({ guarded }: ControlPlanePlan): readonly PolicyStatement[] {
  return guarded.map(({ place: { partition, accountId } }) => ({
    Sid: `Records${accountId}`,
    Effect: "Allow",
    Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
    Action: ["kms:Decrypt", "kms:GenerateDataKey"],
    Resource: "*",
    Condition: { StringLike: { "kms:ViaService": "s3.*.amazonaws.com" } },
  }));
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html */
function busStatement({ place: { partition, region, accountId }, busName }: ControlPlanePlan): PolicyStatement {
  return {
    Sid: "Events",
    Effect: "Allow",
    Principal: { Service: "events.amazonaws.com" },
    Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
    Resource: "*",
    Condition: {
      StringEquals: {
        "aws:SourceAccount": accountId,
        "aws:SourceArn": `arn:${partition}:events:${region}:${accountId}:event-bus/${busName}`,
      },
    },
  };
}
