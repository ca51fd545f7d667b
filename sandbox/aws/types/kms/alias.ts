import type { Account } from "../../account.ts";
import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { prefixedName } from "../../identifiers.ts";
import { findKey } from "../../references.ts";
import { text } from "../../values.ts";

function target(account: Account, reference: string): { readonly targetKeyArn: string } {
  const found = findKey(account, reference);
  if (!found || found.state.startsWith("Pending"))
    throw new AwsError("NotFoundException", `Key '${reference}' does not exist or is pending deletion`);
  return { targetKeyArn: found.arn };
}

export const alias = defineType({
  token: "aws:kms/alias:Alias",
  naming: { input: "name", maximumLength: 256, before: "alias/" },
  duplicateCode: "AlreadyExistsException",
  check: (inputs) => {
    const name = text(inputs, "name");
    return when(
      [
        name !== undefined && !/^alias\/[a-zA-Z0-9/_-]+$/.test(name),
        "name",
        `name must begin with 'alias/' and be comprised of only [a-zA-Z0-9/_-], got ${name ?? ""}`,
      ],
      [
        name?.startsWith("alias/aws/") === true,
        "name",
        `api error NotAuthorizedException: alias/aws/ is reserved for AWS managed keys, got ${name ?? ""}`,
      ],
    );
  },
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? prefixedName(text(inputs, "namePrefix") ?? "alias/", account.world.now());
    return {
      id: name,
      arn: arn(account, "kms", name),
      computed: { name, ...target(account, text(inputs, "targetKeyId") ?? "") },
    };
  },
  update: (_row, news, account) => target(account, text(news, "targetKeyId") ?? ""),
});
