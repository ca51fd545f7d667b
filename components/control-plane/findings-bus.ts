import { EventBus } from "@pulumi/aws/cloudwatch/eventBus.js";
import { EventBusPolicy } from "@pulumi/aws/cloudwatch/eventBusPolicy.js";
import type * as pulumi from "@pulumi/pulumi";
import type { ControlPlanePlan } from "../../model/plan/control-plane-plan.ts";
import { policyDocument } from "../identity/policy-document.ts";

/** Where the findings of all accounts come together; accounts of the fleet, and no others, may put some there. */
export function findingsBus(
  name: string,
  { place, busName, guarded }: ControlPlanePlan,
  kmsKeyArn: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): EventBus {
  const bus = new EventBus(
    name,
    { name: busName, description: "Findings of the fleet's accounts", kmsKeyIdentifier: kmsKeyArn },
    opts,
  );
  const statements = guarded.map(({ place: { partition, accountId }, forwarderRoleName }) => ({
    Sid: `Account${accountId}`,
    Effect: "Allow" as const,
    Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
    Action: "events:PutEvents",
    Resource: `arn:${place.partition}:events:${place.region}:${place.accountId}:event-bus/${busName}`,
    Condition: {
      ArnEquals: { "aws:PrincipalArn": `arn:${partition}:iam::${accountId}:role/${forwarderRoleName}` },
    },
  }));
  new EventBusPolicy(`${name}-policy`, { eventBusName: bus.name, policy: policyDocument(statements) }, opts);
  return bus;
}
