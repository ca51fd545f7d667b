import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, outside, when } from "../../define-type.ts";
import { allRows } from "../../rows.ts";
import { maps, number, text, texts } from "../../values.ts";

/** https://docs.aws.amazon.com/cost-management/latest/userguide/management-limits.html */
const most = { notifications: 10, addresses: 10, topics: 1 };
const comparisons = ["GREATER_THAN", "LESS_THAN", "EQUAL_TO"];
const notificationTypes = ["ACTUAL", "FORECASTED"];
const thresholdTypes = ["PERCENTAGE", "ABSOLUTE_VALUE"];
/** https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Budget.html */
const nameForm = /^(?![^:\\]*\/action\/)[^:\\]{1,100}$/;

function notificationRules(notification: PropertyMap) {
  const property = "notifications";
  const [comparison, type, thresholdType] = ["comparisonOperator", "notificationType", "thresholdType"].map((name) =>
    text(notification, name),
  );
  const [addresses, topics] = [
    texts(notification, "subscriberEmailAddresses"),
    texts(notification, "subscriberSnsTopicArns"),
  ];
  const given = "subscriberEmailAddresses" in notification || "subscriberSnsTopicArns" in notification;
  const oneOf = (value: string | undefined, allowed: readonly string[]) =>
    value !== undefined && !allowed.includes(value);
  return when(
    [
      oneOf(comparison, comparisons),
      property,
      `expected comparisonOperator to be one of [${comparisons.join(" ")}], got ${comparison ?? ""}`,
    ],
    [
      oneOf(type, notificationTypes),
      property,
      `expected notificationType to be one of [${notificationTypes.join(" ")}], got ${type ?? ""}`,
    ],
    [
      oneOf(thresholdType, thresholdTypes),
      property,
      `expected thresholdType to be one of [${thresholdTypes.join(" ")}], got ${thresholdType ?? ""}`,
    ],
    [
      outside(number(notification, "threshold"), 0, 15_000_000_000_000),
      property,
      "api error InvalidParameterException: a threshold is between 0 and 15,000,000,000,000",
    ],
    [!given, property, "api error InvalidParameterException: Notification must have at least one subscriber"],
    [
      addresses.length > most.addresses,
      property,
      `api error CreationLimitExceededException: a notification has at most ${most.addresses} e-mail subscribers, got ${addresses.length}`,
    ],
    [
      topics.length > most.topics,
      property,
      `api error CreationLimitExceededException: a notification has at most ${most.topics} SNS topic, got ${topics.length}`,
    ],
  );
}

/** A topic of this account that does not exist cannot be told; one of another account is not looked up. */
function requireTopics(inputs: PropertyMap, account: Account): void {
  const named = maps(inputs, "notifications").flatMap((notification) => texts(notification, "subscriberSnsTopicArns"));
  const known = new Set(allRows(account.world, "aws:sns/topic:Topic").map(({ arn }) => arn));
  const missing = named.find((arn) => arn.includes(`:${account.accountId}:`) && !known.has(arn));
  if (missing !== undefined) {
    throw new AwsError("InvalidParameterException", `Unable to publish to the SNS topic ${missing}: it does not exist`);
  }
}

export const budget = defineType({
  token: "aws:budgets/budget:Budget",
  naming: { input: "name", maximumLength: 100 },
  global: true,
  replaces: ["name"],
  duplicateCode: "DuplicateRecordException",
  check: (inputs) => {
    const [name, amount] = [text(inputs, "name"), text(inputs, "limitAmount")];
    const notifications = maps(inputs, "notifications");
    return [
      ...when(
        [
          name !== undefined && !nameForm.test(name),
          "name",
          `api error InvalidParameterException: a budget's name has 1 to 100 characters without : and \\, got ${name ?? ""}`,
        ],
        [
          amount !== undefined && !(Number(amount) > 0),
          "limitAmount",
          `api error InvalidParameterException: Budget limit amount must be greater than 0, got ${amount ?? ""}`,
        ],
        [
          notifications.length > most.notifications,
          "notifications",
          `api error CreationLimitExceededException: a budget has at most ${most.notifications} notifications, got ${notifications.length}`,
        ],
      ),
      ...notifications.flatMap(notificationRules),
    ];
  },
  create: (inputs, account) => {
    requireTopics(inputs, account);
    const name = text(inputs, "name") ?? "";
    return {
      id: `${account.accountId}:${name}`,
      arn: `arn:${account.partition}:budgets::${account.accountId}:budget/${name}`,
      computed: { accountId: account.accountId },
    };
  },
  update: (_row, news, account) => {
    requireTopics(news, account);
    return {};
  },
});
