import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { iamId } from "../../identifiers.ts";
import { checkPolicy, missingPrincipals } from "../../policy-document.ts";
import { removeRow, rowsOf } from "../../rows.ts";
import { flag, number, text } from "../../values.ts";
import { checkName, nameOf, pathArn, refuseDuplicate } from "./identity.ts";

const token = "aws:iam/role:Role";

function requirePrincipals(inputs: PropertyMap, account: Account): void {
  const missing = missingPrincipals(text(inputs, "assumeRolePolicy"), account);
  if (missing.length > 0)
    throw new AwsError(
      "MalformedPolicyDocument",
      `Invalid principal in policy: ${missing.map((arn) => `"AWS":"${arn}"`).join(", ")}`,
    );
}

export const role = defineType({
  token,
  global: true,
  naming: { input: "name", maximumLength: 64 },
  defaults: { path: "/", maxSessionDuration: 3600, forceDetachPolicies: false, description: "" },
  check: (inputs) => {
    const seconds = number(inputs, "maxSessionDuration");
    return [
      ...checkName(inputs, 64),
      ...when([
        seconds !== undefined && (seconds < 3600 || seconds > 43_200),
        "maxSessionDuration",
        `expected maxSessionDuration to be in the range (3600 - 43200), got ${seconds ?? ""}`,
      ]),
      ...checkPolicy(text(inputs, "assumeRolePolicy"), {
        property: "assumeRolePolicy",
        maximumLength: 2048,
        kind: "trust",
        code: "MalformedPolicyDocument",
      }),
    ];
  },
  create: (inputs, account) => {
    const name = nameOf(inputs, account);
    refuseDuplicate(account, token, "Role", name);
    requirePrincipals(inputs, account);
    const computed = { name, uniqueId: iamId("AROA"), createDate: account.world.now().toISOString() };
    return { id: name, arn: pathArn(account, "role", inputs, name), computed };
  },
  update: (_row, news, account) => {
    requirePrincipals(news, account);
    return {};
  },
  delete: (row, account) => {
    const attached = ["aws:iam/rolePolicyAttachment:RolePolicyAttachment", "aws:iam/rolePolicy:RolePolicy"].flatMap(
      (type) => rowsOf(account, type).filter(({ inputs }) => text(inputs, "role") === row.id),
    );
    const profiles = rowsOf(account, "aws:iam/instanceProfile:InstanceProfile").filter(
      ({ inputs }) => text(inputs, "role") === row.id,
    );
    if (profiles.length > 0)
      throw new AwsError(
        "DeleteConflict",
        `Cannot delete entity, must remove roles from instance profile first: ${profiles.map(({ id }) => id).join(", ")}`,
      );
    if (attached.length > 0 && !flag(row.inputs, "forceDetachPolicies")) {
      throw new AwsError(
        "DeleteConflict",
        `Cannot delete entity, must detach all policies first: ${attached.map(({ id }) => id).join(", ")}`,
      );
    }
    for (const one of attached) removeRow(account.world, one);
    return undefined;
  },
});
