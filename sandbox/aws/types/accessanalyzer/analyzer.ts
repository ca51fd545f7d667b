import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";

const token = "aws:accessanalyzer/analyzer:Analyzer";
/** Analyzers of a kind an account and Region: https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-quotas.html */
const most = 1;

export const analyzer = defineType({
  token,
  defaults: { type: "ACCOUNT" },
  duplicateCode: "ConflictException",
  check: (inputs) => {
    const name = text(inputs, "analyzerName");
    return when([
      name !== undefined && !/^[A-Za-z][A-Za-z0-9_.-]{0,254}$/.test(name),
      "analyzerName",
      `api error ValidationException: a letter, then letters, digits, _, . and -, 255 characters at most, got ${name ?? ""}`,
    ]);
  },
  create: (inputs, account) => {
    const type = text(inputs, "type") ?? "ACCOUNT";
    if (type.startsWith("ORGANIZATION"))
      // Sandbox-defined: no organisation is embedded.
      throw new AwsError("ValidationException", `the account ${account.accountId} administers no organization`);
    const peers = rowsOf(account, token).filter((row) => (text(row.inputs, "type") ?? "ACCOUNT") === type);
    if (type === "ACCOUNT" && peers.length >= most)
      throw new AwsError("ServiceQuotaExceededException", `Maximum number of analyzers of type ${type}: ${most}`);
    const id = text(inputs, "analyzerName") ?? "";
    return { id, arn: arn(account, "access-analyzer", `analyzer/${id}`) };
  },
});
