import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { isMap } from "../../../provider/structural-diff.ts";
import { when } from "../../define-type.ts";
import { flag, text } from "../../values.ts";

/** Protocol → form of its endpoint: https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html */
const endpoints: Readonly<Record<string, RegExp>> = {
  http: /^http:\/\/\S+$/,
  https: /^https:\/\/\S+$/,
  email: /^[^\s@]+@[^\s@]+$/,
  "email-json": /^[^\s@]+@[^\s@]+$/,
  sms: /^\+[1-9]\d{1,14}$/,
  sqs: /^arn:[\w-]+:sqs:[\w-]+:\d{12}:[\w.-]+$/,
  lambda: /^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:[\w:-]+$/,
  firehose: /^arn:[\w-]+:firehose:[\w-]+:\d{12}:deliverystream\/[\w.-]+$/,
  application: /^arn:[\w-]+:sns:[\w-]+:\d{12}:endpoint\/\S+$/,
};
/** Protocols whose deliveries somebody must ask for: the subscription waits until the endpoint confirms. */
const confirming = new Set(["http", "https", "email", "email-json"]);
const raw = new Set(["sqs", "http", "https", "firehose"]);

export const mustConfirm = (inputs: PropertyMap): boolean =>
  confirming.has(text(inputs, "protocol") ?? "") && !flag(inputs, "endpointAutoConfirms");

export function checkSubscription(inputs: PropertyMap): readonly CheckFailure[] {
  const protocol = text(inputs, "protocol");
  if (protocol === undefined) return [];
  const endpoint = text(inputs, "endpoint");
  const form = endpoints[protocol];
  return when(
    [
      form === undefined,
      "protocol",
      `expected protocol to be one of [${Object.keys(endpoints).join(" ")}], got ${protocol}`,
    ],
    [
      form !== undefined && endpoint !== undefined && !form.test(endpoint),
      "endpoint",
      `api error InvalidParameter: Invalid parameter: ${protocol} endpoint ${endpoint ?? ""}`,
    ],
    [
      protocol === "firehose" && inputs["subscriptionRoleArn"] === undefined,
      "subscriptionRoleArn",
      "a subscription of protocol firehose needs subscriptionRoleArn",
    ],
    [
      flag(inputs, "rawMessageDelivery") && !raw.has(protocol),
      "rawMessageDelivery",
      `raw message delivery is for ${[...raw].join(", ")}, not ${protocol}`,
    ],
    [!isJsonObject(inputs, "filterPolicy"), "filterPolicy", "the filter policy is no JSON object"],
    [!isJsonObject(inputs, "redrivePolicy"), "redrivePolicy", "the redrive policy is no JSON object"],
    [
      keysOf(inputs, "filterPolicy").length > 5,
      "filterPolicy",
      `a filter policy has at most 5 keys, got ${keysOf(inputs, "filterPolicy").length}`,
    ],
  );
}

const parsed = (inputs: PropertyMap, name: string): unknown => {
  try {
    return JSON.parse(text(inputs, name) ?? "{}");
  } catch {
    // Told by the rule that asked.
    return undefined;
  }
};
const isJsonObject = (inputs: PropertyMap, name: string) => isMap(parsed(inputs, name));
const keysOf = (inputs: PropertyMap, name: string) => Object.keys((parsed(inputs, name) ?? {}) as object);
