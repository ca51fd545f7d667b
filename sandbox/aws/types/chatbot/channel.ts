import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import type { Made } from "../../define-type.ts";
import { requireRole } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { text, texts } from "../../values.ts";

/** @throws where the role or one of the topics does not exist. */
function requireChannelParts(inputs: PropertyMap, account: Account): void {
  requireRole(account, text(inputs, "iamRoleArn"), "InvalidParameterException");
  const topics = new Set(rowsOf(account, "aws:sns/topic:Topic").map(({ arn }) => arn));
  const missing = texts(inputs, "snsTopicArns").find(
    (topic) => topic.includes(`:${account.region}:${account.accountId}:`) && !topics.has(topic),
  );
  if (missing !== undefined) throw new AwsError("InvalidParameterException", `Topic ${missing} does not exist`);
}

/**
 * A configuration is a thing of the account, whatever the Region:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awschatbot.html
 */
export function makeChannel(
  inputs: PropertyMap,
  account: Account,
  kind: string,
  computed: (arn: string) => PropertyMap,
  id: (arn: string) => string,
): Made {
  requireChannelParts(inputs, account);
  const name = text(inputs, "configurationName") ?? "";
  const arn = `arn:${account.partition}:chatbot::${account.accountId}:chat-configuration/${kind}/${name}`;
  return { id: id(arn), arn, computed: { chatConfigurationArn: arn, ...computed(arn) } };
}

/** What channel configurations of every chat have in common. */
export const channelType = {
  global: true,
  duplicateCode: "ConflictException",
  defaults: { guardrailPolicyArns: [], loggingLevel: "NONE", snsTopicArns: [], userAuthorizationRequired: false },
  update: (_row: unknown, news: PropertyMap, account: Account): PropertyMap => {
    requireChannelParts(news, account);
    return {};
  },
} as const;
