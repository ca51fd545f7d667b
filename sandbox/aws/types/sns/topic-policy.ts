import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { missingPrincipals } from "../../policy-document.ts";
import { requireRow } from "../../references.ts";
import { text } from "../../values.ts";
import { checkTopicPolicy } from "./topic-policy-rules.ts";

/** @throws where the topic or a principal does not exist. */
function put(inputs: PropertyMap, account: Account): string {
  const topicArn = text(inputs, "arn") ?? "";
  const topic = requireRow(account, "aws:sns/topic:Topic", topicArn, "NotFound", `Topic does not exist: ${topicArn}`);
  const missing = missingPrincipals(text(inputs, "policy"), account);
  if (missing.length > 0)
    throw new AwsError("InvalidParameter", `Invalid parameter: Policy Error: PrincipalNotFound: ${missing.join(", ")}`);
  return topic.id;
}

export const topicPolicy = defineType({
  token: "aws:sns/topicPolicy:TopicPolicy",
  replaces: ["arn"],
  // The last one would win; a second declaration is told, as with a bucket's settings.
  duplicateCode: "TopicPolicyAlreadyDeclared",
  check: (inputs) => checkTopicPolicy(text(inputs, "policy")),
  create: (inputs, account) => ({ id: put(inputs, account), computed: { owner: account.accountId } }),
  update: (_row, news, account) => {
    put(news, account);
    return {};
  },
});
