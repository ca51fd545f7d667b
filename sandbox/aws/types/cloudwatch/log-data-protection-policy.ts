import { defineType, when } from "../../define-type.ts";
import { requireRow } from "../../references.ts";
import { text } from "../../values.ts";
import { protectionRefusals } from "./data-protection.ts";

export const logDataProtectionPolicy = defineType({
  token: "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
  replaces: ["logGroupName"],
  check: (inputs) => {
    const document = text(inputs, "policyDocument");
    const reasons = document === undefined ? [] : protectionRefusals(document);
    return when([
      reasons.length > 0,
      "policyDocument",
      `api error InvalidParameterException: Invalid data protection policy: ${reasons.join("; ")}`,
    ]);
  },
  create: (inputs, account) => {
    const group = text(inputs, "logGroupName") ?? "";
    const reason = `The specified log group does not exist: ${group}`;
    requireRow(account, "aws:cloudwatch/logGroup:LogGroup", group, "ResourceNotFoundException", reason);
    return { id: group };
  },
});
