import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { prefixedName } from "../../identifiers.ts";
import { requireRole } from "../../references.ts";
import { removeRow, rowsOf } from "../../rows.ts";
import { flag, text } from "../../values.ts";
import { busName, defaultBus, requireBus } from "./bus-of.ts";
import { patternRefusal } from "./event-pattern.ts";

const token = "aws:cloudwatch/eventRule:EventRule";
/** Rules of a bus, before anybody asked for more: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const mostRules = 300;
const schedule = /^(rate\(\d+ (minutes?|hours?|days?)\)|cron\(([^\s()]+ ){5}[^\s()]+\))$/;

function checkRule(inputs: PropertyMap): readonly CheckFailure[] {
  const pattern = text(inputs, "eventPattern");
  const timed = text(inputs, "scheduleExpression");
  const refusal = pattern === undefined ? undefined : patternRefusal(pattern);
  return when(
    [
      inputs["eventPattern"] === undefined && inputs["scheduleExpression"] === undefined,
      "eventPattern",
      'one of "eventPattern,scheduleExpression" must be specified',
    ],
    [
      refusal !== undefined,
      "eventPattern",
      `api error InvalidEventPatternException: Event pattern is not valid. Reason: ${refusal ?? ""}`,
    ],
    [
      timed !== undefined && !schedule.test(timed),
      "scheduleExpression",
      `api error ValidationException: Parameter ScheduleExpression is not valid, got ${timed ?? ""}`,
    ],
    [
      timed !== undefined && busName(text(inputs, "eventBusName")) !== defaultBus,
      "scheduleExpression",
      "api error ValidationException: ScheduleExpression is supported only on the default event bus",
    ],
    [
      inputs["isEnabled"] !== undefined && inputs["state"] !== undefined,
      "isEnabled",
      '"isEnabled": conflicts with state',
    ],
  );
}

const onBus = (account: Account, bus: string) =>
  rowsOf(account, token).filter(({ inputs }) => busName(text(inputs, "eventBusName")) === bus);

export const eventRule = defineType({
  token,
  naming: { input: "name", maximumLength: 64 },
  defaults: { eventBusName: "default", forceDestroy: false, isEnabled: true, state: "ENABLED" },
  duplicateCode: "ResourceAlreadyExistsException",
  check: checkRule,
  create: (inputs, account) => {
    const bus = busName(text(inputs, "eventBusName"));
    requireBus(account, text(inputs, "eventBusName"));
    requireRole(account, text(inputs, "roleArn"), "ValidationException");
    if (onBus(account, bus).length >= mostRules)
      throw new AwsError(
        "LimitExceededException",
        `The requested resource exceeds the maximum number allowed: ${mostRules}`,
      );
    const name = text(inputs, "name") ?? prefixedName(text(inputs, "namePrefix") ?? "", account.world.now());
    // Pulumi's id of a rule of the default bus is its name alone.
    const id = bus === defaultBus ? name : `${bus}/${name}`;
    return { id, arn: arn(account, "events", `rule/${id}`), computed: { name } };
  },
  update: (_row, news, account) => {
    requireRole(account, text(news, "roleArn"), "ValidationException");
    return {};
  },
  delete: (row, account) => {
    const bus = busName(text(row.inputs, "eventBusName"));
    const targets = rowsOf(account, "aws:cloudwatch/eventTarget:EventTarget").filter(
      ({ inputs }) =>
        busName(text(inputs, "eventBusName")) === bus && text(inputs, "rule") === text(row.computed, "name"),
    );
    if (targets.length > 0 && !flag(row.inputs, "forceDestroy"))
      throw new AwsError("ValidationException", "Rule can't be deleted since it has targets.");
    for (const target of targets) removeRow(account.world, target);
    return undefined;
  },
});
