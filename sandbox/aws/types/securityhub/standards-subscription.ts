import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { text } from "../../values.ts";
import { requireHub } from "./account.ts";

/** https://docs.aws.amazon.com/securityhub/latest/userguide/standards-reference.html */
const standards = [
  "standards/aws-foundational-security-best-practices/v/1.0.0",
  "standards/aws-resource-tagging-standard/v/1.0.0",
  "standards/cis-aws-foundations-benchmark/v/1.4.0",
  "standards/cis-aws-foundations-benchmark/v/3.0.0",
  "standards/cis-aws-foundations-benchmark/v/5.0.0",
  "standards/nist-800-53/v/5.0.0",
  "standards/nist-800-171/v/2.0.0",
  "standards/pci-dss/v/3.2.1",
  "standards/pci-dss/v/4.0.1",
  "ruleset/cis-aws-foundations-benchmark/v/1.2.0",
];

function checkStandard(inputs: PropertyMap): readonly CheckFailure[] {
  const given = text(inputs, "standardsArn");
  const known = given === undefined || standards.some((one) => given.endsWith(`::${one}`));
  return when([
    !known,
    "standardsArn",
    `api error InvalidInputException: no standard ${given ?? ""}; there are ${standards.join(", ")}`,
  ]);
}

/** @throws where the standard is another Region's: its ARN names one. */
function requireOwnRegion({ region }: Account, standardsArn: string): void {
  const named = standardsArn.split(":")[3] ?? "";
  if (named !== "" && named !== region)
    throw new AwsError("InvalidInputException", `the standard is of ${named}, the hub of ${region}`);
}

export const standardsSubscription = defineType({
  token: "aws:securityhub/standardsSubscription:StandardsSubscription",
  duplicateCode: "ResourceConflictException",
  check: checkStandard,
  create: (inputs, account) => {
    requireHub(account);
    requireOwnRegion(account, text(inputs, "standardsArn") ?? "");
    const standard = (text(inputs, "standardsArn") ?? "").split("::")[1] ?? "";
    const id = arn(account, "securityhub", `subscription/${standard.replace(/^(standards|ruleset)\//, "")}`);
    return { id, arn: id };
  },
});
