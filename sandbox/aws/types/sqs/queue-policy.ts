import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { missingPrincipals } from "../../policy-document.ts";
import { requireRow } from "../../references.ts";
import { text } from "../../values.ts";
import { checkQueuePolicy } from "./queue-rules.ts";

/** @throws where the queue or a principal does not exist. */
function put(inputs: PropertyMap, account: Account): string {
  const url = text(inputs, "queueUrl") ?? "";
  const code = "AWS.SimpleQueueService.NonExistentQueue";
  const queue = requireRow(account, "aws:sqs/queue:Queue", url, code, `The specified queue does not exist: ${url}`);
  const missing = missingPrincipals(text(inputs, "policy"), account);
  if (missing.length > 0)
    throw new AwsError("InvalidAttributeValue", `Invalid value for the parameter Policy: ${missing.join(", ")}`);
  return queue.id;
}

export const queuePolicy = defineType({
  token: "aws:sqs/queuePolicy:QueuePolicy",
  replaces: ["queueUrl"],
  // The last one would win; a second declaration is told, as with a bucket's settings.
  duplicateCode: "QueuePolicyAlreadyDeclared",
  check: (inputs) => checkQueuePolicy(text(inputs, "policy")),
  create: (inputs, account) => ({ id: put(inputs, account), computed: {} }),
  update: (_row, news, account) => {
    put(news, account);
    return {};
  },
});
