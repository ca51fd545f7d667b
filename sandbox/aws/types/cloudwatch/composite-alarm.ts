import type { PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { map, text } from "../../values.ts";
import { alarmExists, refuseTaken, requireTopics } from "./alarm-actions.ts";
import { alarmsOf, readAlarmRule } from "./alarm-rule.ts";
import { checkActions } from "./metric-alarm-rules.ts";

/** Underlying alarms: same page as the rule's syntax. */
const mostAlarms = 100;

const alarmsIn = (inputs: PropertyMap) => alarmsOf(readAlarmRule(text(inputs, "alarmRule") ?? "TRUE"));

/** Why CloudWatch refuses the rule; undefined where it does not. */
function ruleRefusal(inputs: PropertyMap): string | undefined {
  try {
    const many = new Set(alarmsIn(inputs)).size;
    return many > mostAlarms ? `a rule names ${mostAlarms} alarms at the most, got ${many}` : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return error.message;
    throw error;
  }
}

/** @throws where the rule or the suppressor names an alarm that does not exist. */
function requireReferences(inputs: PropertyMap, account: Account): void {
  const suppressor = text(map(inputs, "actionsSuppressor"), "alarm");
  const named = [...alarmsIn(inputs), ...(suppressor === undefined ? [] : [suppressor])];
  const none = named.filter((alarm) => !alarmExists(account, alarm));
  if (none.length > 0)
    throw new AwsError("ValidationError", `AlarmRule refers to alarms that do not exist: ${none.join(", ")}`);
  requireTopics(inputs, account);
}

export const compositeAlarm = defineType({
  token: "aws:cloudwatch/compositeAlarm:CompositeAlarm",
  replaces: ["alarmName"],
  defaults: { actionsEnabled: true },
  check: (inputs) => {
    const refusal = ruleRefusal(inputs);
    return [
      ...when([refusal !== undefined, "alarmRule", `api error ValidationError: Invalid AlarmRule: ${refusal ?? ""}`]),
      ...checkActions(inputs),
    ];
  },
  create: (inputs, account) => {
    const name = text(inputs, "alarmName") ?? "";
    refuseTaken(account, name);
    requireReferences(inputs, account);
    return { id: name, arn: arn(account, "cloudwatch", `alarm:${name}`), computed: {} };
  },
  update: (_row, news, account) => {
    requireReferences(news, account);
    return {};
  },
});
