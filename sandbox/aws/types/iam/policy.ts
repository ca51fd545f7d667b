import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { iamId } from "../../identifiers.ts";
import { checkPolicy } from "../../policy-document.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";
import { checkName, nameOf, pathArn, refuseDuplicate } from "./identity.ts";

const token = "aws:iam/policy:Policy";

export const policy = defineType({
  token,
  global: true,
  naming: { input: "name", maximumLength: 128 },
  defaults: { path: "/", description: "", attachmentCount: 0 },
  check: (inputs) => [
    ...checkName(inputs, 128),
    ...checkPolicy(text(inputs, "policy"), {
      property: "policy",
      maximumLength: 6144,
      kind: "identity",
      code: "MalformedPolicyDocument",
    }),
  ],
  create: (inputs, account) => {
    const name = nameOf(inputs, account);
    refuseDuplicate(account, token, "A policy", name);
    const arn = pathArn(account, "policy", inputs, name);
    return { id: arn, arn, computed: { name, policyId: iamId("ANPA") } };
  },
  delete: (row, account) => {
    const roles = rowsOf(account, "aws:iam/rolePolicyAttachment:RolePolicyAttachment").filter(
      ({ inputs }) => text(inputs, "policyArn") === row.arn,
    );
    if (roles.length > 0)
      throw new AwsError(
        "DeleteConflict",
        `Cannot delete a policy attached to entities: ${roles.map(({ inputs }) => text(inputs, "role")).join(", ")}`,
      );
    return undefined;
  },
});
