import type { PropertyMap } from "../../../provider/provider.ts";
import { isMap } from "../../../provider/structural-diff.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { requireRole } from "../../references.ts";
import { findRow } from "../../rows.ts";
import { map, text } from "../../values.ts";

const destinations = ["cloudwatchConfig", "s3Config"];

function requireDestination(inputs: PropertyMap, account: Account): void {
  const logs = map(map(inputs, "loggingConfig"), "cloudwatchConfig");
  const group = text(logs, "logGroupName");
  if (group === undefined) return;
  requireRole(account, text(logs, "roleArn"), "ValidationException");
  if (findRow(account, "aws:cloudwatch/logGroup:LogGroup", group) === undefined) {
    throw new AwsError(
      "ValidationException",
      `Failed to validate permissions for log group ${group}: it does not exist`,
    );
  }
}

/** One for an account in a Region; AWS lets the last one win, here a second is refused. */
export const invocationLoggingConfiguration = defineType({
  token: "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration",
  duplicateCode: "ConflictException",
  check: (inputs) =>
    when([
      isMap(inputs["loggingConfig"]) &&
        destinations.every((destination) => map(inputs, "loggingConfig")[destination] === undefined),
      "loggingConfig",
      "api error ValidationException: a log group or a bucket is needed to log to",
    ]),
  create: (inputs, account) => {
    requireDestination(inputs, account);
    return { id: account.region };
  },
  update: (_row, news, account) => {
    requireDestination(news, account);
    return {};
  },
});
