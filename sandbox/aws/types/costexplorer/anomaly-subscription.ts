import { randomUUID } from "node:crypto";
import type { PropertyMap } from "../../../provider/provider.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { rowsOf } from "../../rows.ts";
import { maps, text, texts } from "../../values.ts";

function requireMonitors(inputs: PropertyMap, account: Account): void {
  const known = new Set(rowsOf(account, "aws:costexplorer/anomalyMonitor:AnomalyMonitor").map(({ arn }) => arn));
  const missing = texts(inputs, "monitorArnLists").find((arn) => !known.has(arn));
  if (missing !== undefined) throw new AwsError("UnknownMonitorException", `Unknown monitor: ${missing}`);
}

export const anomalySubscription = defineType({
  token: "aws:costexplorer/anomalySubscription:AnomalySubscription",
  naming: { input: "name", maximumLength: 1024 },
  global: true,
  replaces: ["name"],
  // https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_AnomalySubscription.html
  check: (inputs) => {
    const frequency = text(inputs, "frequency");
    const types = maps(inputs, "subscribers").map((subscriber) => text(subscriber, "type"));
    return when(
      [
        frequency === "IMMEDIATE" && types.includes("EMAIL"),
        "subscribers",
        "api error ValidationException: an IMMEDIATE subscription tells an SNS topic, not an e-mail address",
      ],
      [
        frequency !== undefined && frequency !== "IMMEDIATE" && types.includes("SNS"),
        "subscribers",
        "api error ValidationException: Daily or weekly frequencies only support Email subscriptions",
      ],
      [
        types.filter((type) => type === "SNS").length > 1,
        "subscribers",
        "api error ValidationException: a subscription has at most one SNS topic",
      ],
    );
  },
  create: (inputs, account) => {
    requireMonitors(inputs, account);
    const arn = `arn:${account.partition}:ce::${account.accountId}:anomalysubscription/${randomUUID()}`;
    return { id: arn, arn, computed: { accountId: account.accountId } };
  },
  update: (_row, news, account) => {
    requireMonitors(news, account);
    return {};
  },
});
