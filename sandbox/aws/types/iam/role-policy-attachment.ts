import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { requireRow } from "../../references.ts";
import { findRow, rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";

const token = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const managedPoliciesOfRole = 10;

export const rolePolicyAttachment = defineType({
  token,
  global: true,
  replaces: ["role", "policyArn"],
  duplicateCode: "EntityAlreadyExists",
  create: (inputs, account) => {
    const role = text(inputs, "role") ?? "";
    const policyArn = text(inputs, "policyArn") ?? "";
    requireRow(account, "aws:iam/role:Role", role, "NoSuchEntity", `The role with name ${role} cannot be found.`);
    // AWS' own policies are not listed here; those of the account must exist.
    if (!/^arn:[\w-]+:iam::aws:policy\//.test(policyArn) && !findRow(account, "aws:iam/policy:Policy", policyArn)) {
      throw new AwsError("NoSuchEntity", `Policy ${policyArn} does not exist or is not attachable.`);
    }
    const attached = rowsOf(account, token).filter((row) => text(row.inputs, "role") === role);
    if (attached.length >= managedPoliciesOfRole) {
      throw new AwsError("LimitExceeded", `Cannot exceed quota for PoliciesPerRole: ${managedPoliciesOfRole}`);
    }
    return { id: `${role}/${policyArn}` };
  },
});
