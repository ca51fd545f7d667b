import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { findRow, rowsOf } from "../../rows.ts";
import { texts } from "../../values.ts";

const types = ["aws:cloudwatch/metricAlarm:MetricAlarm", "aws:cloudwatch/compositeAlarm:CompositeAlarm"];

/** Whether an alarm has this name or ARN; metric and composite alarms share their names. */
export const alarmExists = (account: Account, nameOrArn: string): boolean => {
  const name = nameOrArn.replace(/^arn:[\w-]+:cloudwatch:[\w-]+:\d{12}:alarm:/, "");
  return types.some((type) => findRow(account, type, name) !== undefined);
};

/** Sandbox-defined: CloudWatch takes any topic, and publishing to one that is not there fails silently. */
export function requireTopics(inputs: PropertyMap, account: Account): void {
  const topics = new Set(rowsOf(account, "aws:sns/topic:Topic").map(({ arn }) => arn));
  const asked = ["alarmActions", "okActions", "insufficientDataActions"].flatMap((name) => texts(inputs, name));
  const none = asked.filter((action) => /^arn:[\w-]+:sns:/.test(action) && !topics.has(action));
  if (none.length > 0)
    throw new AwsError(
      "ValidationError",
      `${none.join(", ")}: no such topic in account ${account.accountId}, Region ${account.region}; an alarm's topic is in its own Region`,
    );
}

/** @throws where a metric or composite alarm has the name. */
export function refuseTaken(account: Account, name: string): void {
  if (alarmExists(account, name))
    throw new AwsError(
      "ValidationError",
      `An alarm named ${name} exists; metric and composite alarms share their names`,
    );
}
