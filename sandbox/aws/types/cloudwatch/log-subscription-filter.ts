import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { requireRole, requireRow } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";
import { patternRefusal } from "./filter-pattern.ts";

const token = "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter";
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html */
const filtersOfGroup = 2;
const destination = /^arn:[\w-]+:(kinesis|firehose|lambda|logs):[\w-]+:\d{12}:\S+$/;

/** @throws where the log group or the role does not exist. */
function requireReferences(inputs: PropertyMap, account: Account): string {
  const group = text(inputs, "logGroup") ?? "";
  const reason = `The specified log group does not exist: ${group}`;
  requireRow(account, "aws:cloudwatch/logGroup:LogGroup", group, "ResourceNotFoundException", reason);
  requireRole(account, text(inputs, "roleArn"), "InvalidParameterException");
  return group;
}

export const logSubscriptionFilter = defineType({
  token,
  naming: { input: "name", maximumLength: 512 },
  replaces: ["logGroup", "name"],
  defaults: { distribution: "ByLogStream" },
  check: (inputs) => {
    const arn = text(inputs, "destinationArn");
    const refusal = patternRefusal(text(inputs, "filterPattern") ?? "");
    const needsRole = arn !== undefined && /:(kinesis|firehose):/.test(arn) && inputs["roleArn"] === undefined;
    return when(
      [refusal !== undefined, "filterPattern", `api error InvalidParameterException: ${refusal ?? ""}`],
      [
        arn !== undefined && !destination.test(arn),
        "destinationArn",
        `a destination is a stream, a delivery stream, a function or a logs destination, got ${arn ?? ""}`,
      ],
      [needsRole, "roleArn", "a stream needs a role that CloudWatch Logs takes on"],
    );
  },
  create: (inputs, account) => {
    const group = requireReferences(inputs, account);
    const others = rowsOf(account, token).filter((row) => text(row.inputs, "logGroup") === group);
    if (others.length >= filtersOfGroup)
      throw new AwsError(
        "LimitExceededException",
        `A log group has ${filtersOfGroup} subscription filters at the most`,
      );
    return { id: `cwlsf-${Number.parseInt(hex(8), 16)}`, computed: {} };
  },
  update: (_row, news, account) => {
    requireReferences(news, account);
    return {};
  },
});
