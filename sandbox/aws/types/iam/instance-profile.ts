import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { defineType } from "../../define-type.ts";
import { iamId } from "../../identifiers.ts";
import { requireRow } from "../../references.ts";
import { text } from "../../values.ts";
import { checkName, nameOf, pathArn, refuseDuplicate } from "./identity.ts";

const token = "aws:iam/instanceProfile:InstanceProfile";

function requireItsRole(inputs: PropertyMap, account: Account): void {
  const role = text(inputs, "role");
  if (role !== undefined)
    requireRow(account, "aws:iam/role:Role", role, "NoSuchEntity", `The role with name ${role} cannot be found.`);
}

export const instanceProfile = defineType({
  token,
  global: true,
  naming: { input: "name", maximumLength: 128 },
  defaults: { path: "/" },
  check: (inputs) => checkName(inputs, 128),
  create: (inputs, account) => {
    const name = nameOf(inputs, account);
    refuseDuplicate(account, token, "Instance Profile", name);
    requireItsRole(inputs, account);
    const computed = { name, uniqueId: iamId("AIPA"), createDate: account.world.now().toISOString() };
    return { id: name, arn: pathArn(account, "instance-profile", inputs, name), computed };
  },
  update: (_row, news, account) => {
    requireItsRole(news, account);
    return {};
  },
});
