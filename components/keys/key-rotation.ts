import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import { Schedule } from "@pulumi/aws/scheduler/schedule.js";
import * as pulumi from "@pulumi/pulumi";
import type { CellReference } from "../../model/plan/cell-plan.ts";
import type { KeyRotationSchedulePlan } from "../../model/plan/key-plan.ts";
import { policyDocument } from "../identity/policy-document.ts";

export interface KeyRotationArgs {
  readonly plan: KeyRotationSchedulePlan;
  readonly cell: CellReference;
  readonly key: { readonly arn: pulumi.Input<string>; readonly keyId: pulumi.Input<string> };
}

/**
 * Rotates one key on demand, at a period that KMS does not rotate at by itself: when it is made, and then every
 * `periodDays`. A rotation that fails is tried again for a day and then left in the cell's queue.
 *
 * Costs nothing by itself; the first two rotations of a key cost 1 USD a month each. Replaced where the key is.
 */
export class KeyRotation extends pulumi.ComponentResource {
  constructor(name: string, args: KeyRotationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("tenantry:components:KeyRotation", name, {}, opts);
    const { plan, cell, key } = args;
    const parent = { parent: this };
    const queueArn = `arn:${cell.partition}:sqs:${cell.region}:${cell.accountId}:${plan.deadLetterQueueName}`;

    const role = new Role(`${name}-role`, { name: plan.roleName, assumeRolePolicy: trustOf(args) }, parent);
    const allowed = new RolePolicy(
      `${name}-role-policy`,
      { name: "rotate", role: role.name, policy: permissions(key.arn, queueArn) },
      parent,
    );
    new Schedule(
      name,
      {
        name: plan.scheduleName,
        groupName: plan.groupName,
        description: "Rotates a tenant's key on demand",
        scheduleExpression: `rate(${plan.periodDays} ${plan.periodDays === 1 ? "day" : "days"})`,
        // Within the hour: the keys of a cell are not all rotated in the same minute.
        flexibleTimeWindow: { mode: "FLEXIBLE", maximumWindowInMinutes: 60 },
        target: {
          arn: `arn:${cell.partition}:scheduler:::aws-sdk:kms:rotateKeyOnDemand`,
          roleArn: role.arn,
          input: pulumi.jsonStringify({ KeyId: key.keyId }),
          retryPolicy: { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 24 },
          deadLetterConfig: { arn: queueArn },
        },
      },
      { ...parent, dependsOn: [allowed] },
    );
    this.registerOutputs({});
  }
}

/** Only schedules of the cell's group may take the role on. */
function trustOf({ plan, cell }: KeyRotationArgs): pulumi.Input<string> {
  const { partition, region, accountId } = cell;
  return policyDocument([
    {
      Sid: "Scheduler",
      Effect: "Allow",
      Principal: { Service: "scheduler.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: {
        StringEquals: {
          "aws:SourceAccount": accountId,
          "aws:SourceArn": `arn:${partition}:scheduler:${region}:${accountId}:schedule-group/${plan.groupName}`,
        },
      },
    },
  ]);
}

const permissions = (keyArn: pulumi.Input<string>, queueArn: string): pulumi.Input<string> =>
  policyDocument([
    { Sid: "RotateThisKey", Effect: "Allow", Action: "kms:RotateKeyOnDemand", Resource: keyArn },
    { Sid: "LeaveFailures", Effect: "Allow", Action: "sqs:SendMessage", Resource: queueArn },
  ]);
