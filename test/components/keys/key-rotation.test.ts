import { deepEqual, equal } from "node:assert/strict";
import { KeyRotation } from "../../../components/keys/key-rotation.ts";
import { declared, named, shortNames } from "../../support/declared.ts";
import { cellPlan, tenantPlan } from "../../support/plans.ts";

const { cell, key } = tenantPlan("northwind-freight");
const keyArn = "arn:aws:kms:us-east-1:111122223333:key/one";
const rotation = () =>
  declared(() => {
    if (key.kind !== "own" || key.onDemandRotation === undefined) throw new Error("no rotation is planned");
    new KeyRotation("rotation", { plan: key.onDemandRotation, cell, key: { arn: keyArn, keyId: "one" } });
  });

describe("KeyRotation", () => {
  it("R-INF-1 rotates this key on demand, at exactly the period that was sold", async () => {
    const all = await rotation();
    deepEqual(shortNames(all), ["Schedule rotation", "Role rotation-role", "RolePolicy rotation-role-policy"]);
    const { scheduleExpression, target, groupName } = named(all, "rotation").inputs;
    equal(scheduleExpression, "rate(30 days)");
    equal(groupName, cellPlan("us-1").keyRotation.groupName);
    const { arn, input, deadLetterConfig } = target as {
      arn: string;
      input: string;
      deadLetterConfig: { arn: string };
    };
    equal(arn, "arn:aws:scheduler:::aws-sdk:kms:rotateKeyOnDemand");
    deepEqual(JSON.parse(input), { KeyId: "one" });
    equal(deadLetterConfig.arn.endsWith(`:${cellPlan("us-1").keyRotation.deadLetterQueueName}`), true);
  });

  it("R-SEC-4 takes on a role that rotates this key and leaves failures, for schedules of the cell alone", async () => {
    const all = await rotation();
    const { Statement: allowed } = JSON.parse(String(named(all, "rotation-role-policy").inputs["policy"])) as {
      Statement: { Action: string; Resource: string }[];
    };
    deepEqual(
      allowed.map(({ Action, Resource }) => [Action, Resource.split(":")[2]]),
      [
        ["kms:RotateKeyOnDemand", "kms"],
        ["sqs:SendMessage", "sqs"],
      ],
    );
    equal(allowed[0]?.Resource, keyArn);
    const { Statement: trust } = JSON.parse(String(named(all, "rotation-role").inputs["assumeRolePolicy"])) as {
      Statement: { Principal: unknown; Condition: { StringEquals: Record<string, string> } }[];
    };
    deepEqual(trust[0]?.Principal, { Service: "scheduler.amazonaws.com" });
    deepEqual(Object.keys(trust[0]?.Condition.StringEquals ?? {}), ["aws:SourceAccount", "aws:SourceArn"]);
  });
});
