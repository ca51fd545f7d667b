import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { defineType, outside, when } from "../../define-type.ts";
import { prefixedName } from "../../identifiers.ts";
import { requireKey } from "../../references.ts";
import { allRows, removeRow } from "../../rows.ts";
import { flag, number, text } from "../../values.ts";
import { checkTopicPolicy } from "./topic-policy-rules.ts";

/** https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html */
function checkTopic(inputs: PropertyMap): readonly CheckFailure[] {
  const name = text(inputs, "name");
  const fifo = flag(inputs, "fifoTopic");
  const form = fifo ? /^[A-Za-z0-9_-]{1,251}\.fifo$/ : /^[A-Za-z0-9_-]{1,256}$/;
  const display = text(inputs, "displayName") ?? "";
  return [
    ...when(
      [
        name !== undefined && !form.test(name),
        "name",
        `api error InvalidParameter: Topic Name ${name ?? ""}: 1 to 256 letters, digits, _ and -${fifo ? ", ending in .fifo" : "; .fifo only ends the name of a FIFO topic"}`,
      ],
      [display.length > 100, "displayName", `a display name has at most 100 characters, got ${display.length}`],
      [
        outside(number(inputs, "signatureVersion"), 1, 2),
        "signatureVersion",
        `expected signatureVersion to be in the range (1 - 2), got ${number(inputs, "signatureVersion") ?? ""}`,
      ],
      [
        !fifo && flag(inputs, "contentBasedDeduplication"),
        "contentBasedDeduplication",
        "content-based deduplication can only be set for FIFO topics",
      ],
    ),
    ...checkTopicPolicy(text(inputs, "policy")),
  ];
}

/** What a topic without a policy of its own allows: its owner's account everything. */
function defaultPolicy(account: Account, topicArn: string): string {
  const own = { StringEquals: { "AWS:SourceOwner": account.accountId } };
  const Action = ["GetTopicAttributes", "SetTopicAttributes", "DeleteTopic", "Subscribe", "Publish"].map(
    (name) => `SNS:${name}`,
  );
  const statement = { Sid: "__default_statement_ID", Effect: "Allow", Principal: { AWS: "*" }, Action };
  const Statement = [{ ...statement, Resource: topicArn, Condition: own }];
  return JSON.stringify({ Version: "2008-10-17", Id: "__default_policy_ID", Statement });
}

export const topic = defineType({
  token: "aws:sns/topic:Topic",
  naming: { input: "name", maximumLength: 256 },
  replaces: ["name"],
  defaults: { displayName: "", fifoTopic: false, signatureVersion: 1, tracingConfig: "PassThrough" },
  duplicateCode: "InvalidParameter",
  check: checkTopic,
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? prefixedName(text(inputs, "namePrefix") ?? "", account.world.now());
    requireKey(account, text(inputs, "kmsMasterKeyId"), "InvalidParameter");
    const topicArn = arn(account, "sns", name);
    const policy = text(inputs, "policy") ?? defaultPolicy(account, topicArn);
    const computed = { name, owner: account.accountId, policy };
    return { id: topicArn, arn: topicArn, computed };
  },
  update: (row, news, account) => {
    requireKey(account, text(news, "kmsMasterKeyId"), "InvalidParameter");
    return { policy: text(news, "policy") ?? defaultPolicy(account, row.arn) };
  },
  // "Deletes a topic and all its subscriptions": https://docs.aws.amazon.com/sns/latest/api/API_DeleteTopic.html
  delete: (row, { world }) => {
    const subscriptions = allRows(world, "aws:sns/topicSubscription:TopicSubscription");
    for (const one of subscriptions) if (one.inputs["topic"] === row.arn) removeRow(world, one);
    for (const policy of allRows(world, "aws:sns/topicPolicy:TopicPolicy"))
      if (policy.id === row.id) removeRow(world, policy);
    return undefined;
  },
});
