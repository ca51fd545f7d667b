import { defineType } from "../../define-type.ts";
import { checkPolicy } from "../../policy-document.ts";
import { requireRow } from "../../references.ts";
import { text } from "../../values.ts";
import { checkName, nameOf } from "./identity.ts";

export const rolePolicy = defineType({
  token: "aws:iam/rolePolicy:RolePolicy",
  global: true,
  naming: { input: "name", maximumLength: 128 },
  duplicateCode: "EntityAlreadyExists",
  check: (inputs) => [
    ...checkName(inputs, 128),
    ...checkPolicy(text(inputs, "policy"), {
      property: "policy",
      maximumLength: 10_240,
      kind: "identity",
      code: "MalformedPolicyDocument",
    }),
  ],
  create: (inputs, account) => {
    const role = text(inputs, "role") ?? "";
    requireRow(account, "aws:iam/role:Role", role, "NoSuchEntity", `The role with name ${role} cannot be found.`);
    const name = nameOf(inputs, account);
    return { id: `${role}:${name}`, computed: { name } };
  },
});
