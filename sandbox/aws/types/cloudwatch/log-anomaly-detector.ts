import { randomUUID } from "node:crypto";
import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { requireKey } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { text, texts } from "../../values.ts";

export const logAnomalyDetector = defineType({
  token: "aws:cloudwatch/logAnomalyDetector:LogAnomalyDetector",
  replaces: ["logGroupArnLists", "detectorName", "kmsKeyId"],
  // "Currently, you can include only one log group ARN":
  // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogAnomalyDetector.html
  check: (inputs) => {
    const groups = texts(inputs, "logGroupArnLists");
    return when([groups.length > 1, "logGroupArnLists", `a detector watches one log group, got ${groups.length}`]);
  },
  create: (inputs, account) => {
    const groups = new Set(rowsOf(account, "aws:cloudwatch/logGroup:LogGroup").map((row) => row.arn));
    const none = texts(inputs, "logGroupArnLists").filter((group) => !groups.has(group.replace(/:\*$/, "")));
    if (none.length > 0)
      throw new AwsError("ResourceNotFoundException", `The specified log group does not exist: ${none.join(", ")}`);
    requireKey(account, text(inputs, "kmsKeyId"), "InvalidParameterException");
    const detectorArn = arn(account, "logs", `anomaly-detector:${randomUUID()}`);
    return { id: detectorArn, arn: detectorArn };
  },
});
