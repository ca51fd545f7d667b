import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { rowsOf } from "../../rows.ts";
import { map, maps, text } from "../../values.ts";
import { requirePool } from "./user-pool.ts";

const destinations = ["cloudWatchLogsConfiguration", "firehoseConfiguration", "s3Configuration"];
/** Level that each source of events has, and the only one. */
const levels: Readonly<Record<string, string>> = { userNotification: "ERROR", userAuthEvents: "INFO" };

const isOdd = (log: PropertyMap) => levels[text(log, "eventSource") ?? ""] !== text(log, "logLevel");
const destinationsOf = (log: PropertyMap) => destinations.filter((name) => log[name] !== undefined);

function requireReferences(inputs: PropertyMap, account: Account): string {
  const pool = requirePool(account, inputs);
  const plan = text(pool.inputs, "userPoolTier") ?? "ESSENTIALS";
  for (const log of maps(inputs, "logConfigurations")) {
    if (text(log, "eventSource") === "userAuthEvents" && plan !== "PLUS") {
      throw new AwsError(
        "FeatureUnavailableInTierException",
        `Export of user activity is a feature of the Plus plan, and the pool's is ${plan}`,
      );
    }
    const group = text(map(log, "cloudWatchLogsConfiguration"), "logGroupArn")?.replace(/:\*$/, "");
    if (group !== undefined && !rowsOf(account, "aws:cloudwatch/logGroup:LogGroup").some((row) => row.arn === group)) {
      throw new AwsError("InvalidParameterException", `The log group ${group} does not exist`);
    }
  }
  return pool.id;
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LogConfigurationType.html */
export const logDeliveryConfiguration = defineType({
  token: "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration",
  check: (inputs) => {
    const logs = maps(inputs, "logConfigurations");
    const sources = logs.map((log) => text(log, "eventSource"));
    return when(
      [
        logs.some(isOdd),
        "logConfigurations",
        "api error InvalidParameterException: userNotification is logged at ERROR, userAuthEvents at INFO",
      ],
      [
        logs.some((log) => destinationsOf(log).length !== 1),
        "logConfigurations",
        `exactly one of ${destinations.join(", ")} must be given for each source`,
      ],
      [
        new Set(sources).size < sources.length,
        "logConfigurations",
        "api error InvalidParameterException: a source of events has one log configuration",
      ],
    );
  },
  create: (inputs, account) => ({ id: requireReferences(inputs, account) }),
  update: (_row, news, account) => {
    requireReferences(news, account);
    return {};
  },
});
