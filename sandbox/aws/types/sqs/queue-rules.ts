import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { isMap } from "../../../provider/structural-diff.ts";
import { outside, when } from "../../define-type.ts";
import { checkPolicy } from "../../policy-document.ts";
import { flag, number, text } from "../../values.ts";

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
const ranges: Readonly<Record<string, readonly [least: number, most: number]>> = {
  delaySeconds: [0, 900],
  maxMessageSize: [1024, 1_048_576],
  messageRetentionSeconds: [60, 1_209_600],
  receiveWaitTimeSeconds: [0, 20],
  visibilityTimeoutSeconds: [0, 43_200],
  kmsDataKeyReusePeriodSeconds: [60, 86_400],
};

/** Size: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html */
export const checkQueuePolicy = (policy: string | undefined): readonly CheckFailure[] =>
  checkPolicy(policy, {
    property: "policy",
    maximumLength: 8192,
    kind: "resource",
    code: "InvalidAttributeValue",
  });

export function checkQueue(inputs: PropertyMap): readonly CheckFailure[] {
  const name = text(inputs, "name");
  const fifo = flag(inputs, "fifoQueue");
  const form = fifo ? /^[\w-]{1,75}\.fifo$/ : /^[\w-]{1,80}$/;
  const numbers = Object.entries(ranges).map(([property, [least, most]]) => {
    const value = number(inputs, property);
    return [
      outside(value, least, most),
      property,
      `expected ${property} to be in the range (${least} - ${most}), got ${value ?? ""}`,
    ] as const;
  });
  const { dead, refusal } = redrive(inputs);
  return [
    ...when(
      [
        name !== undefined && !form.test(name),
        "name",
        `api error InvalidParameterValue: a queue's name has 1 to 80 letters, digits, _ and -${fifo ? " and ends in .fifo" : ""}, got ${name ?? ""}`,
      ],
      ...numbers,
      [
        flag(inputs, "sqsManagedSseEnabled") && inputs["kmsMasterKeyId"] !== undefined,
        "sqsManagedSseEnabled",
        "sqsManagedSseEnabled conflicts with kmsMasterKeyId",
      ],
      [
        !fifo && flag(inputs, "contentBasedDeduplication"),
        "contentBasedDeduplication",
        "content-based deduplication can only be set for FIFO queue",
      ],
      [refusal !== undefined && dead === undefined, "redrivePolicy", refusal ?? ""],
    ),
    ...checkQueuePolicy(text(inputs, "policy")),
  ];
}

/** Where messages go that nobody could work off; a refusal where the policy is not one. */
export function redrive(inputs: PropertyMap): { readonly dead?: string; readonly refusal?: string } {
  const given = text(inputs, "redrivePolicy");
  if (given === undefined) return {};
  const policy = parsed(given);
  const dead = policy["deadLetterTargetArn"];
  const count = Number(policy["maxReceiveCount"]);
  if (typeof dead !== "string" || !/^arn:[\w-]+:sqs:/.test(dead))
    return refused("deadLetterTargetArn is no queue's ARN");
  if (!Number.isInteger(count) || outside(count, 1, 1000)) return refused("maxReceiveCount is from 1 to 1000");
  return { dead };
}

const refused = (what: string) => ({
  refusal: `api error InvalidParameterValue: Value for parameter RedrivePolicy is invalid. Reason: ${what}.`,
});

function parsed(document: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(document);
    return isMap(value) ? value : {};
  } catch {
    // The missing target is told.
    return {};
  }
}
