import { arn } from "../../account.ts";
import { defineType } from "../../define-type.ts";
import { text } from "../../values.ts";
import { refuseTaken, requireTopics } from "./alarm-actions.ts";
import { checkMetricAlarm } from "./metric-alarm-rules.ts";

export const metricAlarm = defineType({
  token: "aws:cloudwatch/metricAlarm:MetricAlarm",
  naming: { input: "name", maximumLength: 255 },
  replaces: ["name"],
  defaults: { actionsEnabled: true, treatMissingData: "missing" },
  check: checkMetricAlarm,
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? "";
    refuseTaken(account, name);
    requireTopics(inputs, account);
    return { id: name, arn: arn(account, "cloudwatch", `alarm:${name}`), computed: { name } };
  },
  update: (_row, news, account) => {
    requireTopics(news, account);
    return {};
  },
});
