import { randomUUID } from "node:crypto";
import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { requireRole, requireRow } from "../../references.ts";
import { allRows } from "../../rows.ts";
import { flag, text } from "../../values.ts";
import { checkSubscription, mustConfirm } from "./subscription-rules.ts";

/** Sandbox-defined: SNS takes an endpoint of the right form, and finds out later that the queue is not there. */
function requireEndpoint(inputs: PropertyMap, account: Account): void {
  const endpoint = text(inputs, "endpoint") ?? "";
  const own = endpoint.includes(`:${account.accountId}:`);
  if (text(inputs, "protocol") !== "sqs" || !own) return;
  if (!allRows(account.world, "aws:sqs/queue:Queue").some((queue) => queue.arn === endpoint))
    throw new AwsError("InvalidParameter", `Invalid parameter: the queue ${endpoint} does not exist`);
}

export const topicSubscription = defineType({
  token: "aws:sns/topicSubscription:TopicSubscription",
  replaces: ["topic"],
  defaults: {
    confirmationTimeoutInMinutes: 1,
    endpointAutoConfirms: false,
    filterPolicyScope: "",
    rawMessageDelivery: false,
  },
  check: checkSubscription,
  create: (inputs, account) => {
    const topicArn = text(inputs, "topic") ?? "";
    const topic = requireRow(account, "aws:sns/topic:Topic", topicArn, "NotFound", `Topic does not exist: ${topicArn}`);
    if (flag(topic.inputs, "fifoTopic") && text(inputs, "protocol") !== "sqs")
      throw new AwsError("InvalidParameter", `Invalid parameter: a FIFO topic delivers to SQS queues only`);
    requireRole(account, text(inputs, "subscriptionRoleArn"), "InvalidParameter");
    requireEndpoint(inputs, account);
    const id = `${topicArn}:${randomUUID()}`;
    const pendingConfirmation = mustConfirm(inputs);
    const computed = { ownerId: account.accountId, pendingConfirmation, confirmationWasAuthenticated: false };
    return { id, arn: id, computed, state: pendingConfirmation ? "PendingConfirmation" : "Confirmed" };
  },
});
