import { defineType, when } from "../../define-type.ts";
import { requireRole } from "../../references.ts";
import { text } from "../../values.ts";
import { requirePool } from "./user-pool.ts";

export const userGroup = defineType({
  token: "aws:cognito/userGroup:UserGroup",
  naming: { input: "name", maximumLength: 128 },
  replaces: ["name", "userPoolId"],
  duplicateCode: "GroupExistsException",
  check: (inputs) => {
    const name = text(inputs, "name");
    return when([
      name !== undefined && !/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u.test(name),
      "name",
      `api error InvalidParameterException: a group's name has 1 to 128 characters and no space, got ${name ?? ""}`,
    ]);
  },
  create: (inputs, account) => {
    const pool = requirePool(account, inputs);
    requireRole(account, text(inputs, "roleArn"), "InvalidParameterException");
    return { id: `${pool.id}/${text(inputs, "name") ?? ""}`, computed: { name: text(inputs, "name") ?? "" } };
  },
  update: (_row, news, account) => {
    requireRole(account, text(news, "roleArn"), "InvalidParameterException");
    return {};
  },
});
