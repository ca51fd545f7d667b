import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { checkPolicy } from "../../policy-document.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";

const token = "aws:cloudwatch/logResourcePolicy:LogResourcePolicy";
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html */
const policiesOfRegion = 10;

export const logResourcePolicy = defineType({
  token,
  check: (inputs) =>
    checkPolicy(text(inputs, "policyDocument"), {
      property: "policyDocument",
      maximumLength: 5120,
      kind: "resource",
      code: "InvalidParameterException",
    }),
  create: (inputs, account) => {
    if (rowsOf(account, token).length >= policiesOfRegion)
      throw new AwsError("LimitExceededException", `A Region has ${policiesOfRegion} resource policies at the most`);
    return { id: text(inputs, "policyName") ?? text(inputs, "resourceArn") ?? "", computed: {} };
  },
});
