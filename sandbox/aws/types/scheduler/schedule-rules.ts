import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { when } from "../../define-type.ts";
import { map, number, text } from "../../values.ts";

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html */
const expressions = [
  /^rate\([1-9]\d* (minute|hour|day)s?\)$/,
  /^cron\(\S+( \S+){5}\)$/,
  /^at\(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\)$/,
];
const universal = /^arn:aws[\w-]*:scheduler:::aws-sdk:([a-z0-9]+):([A-Za-z0-9]+)$/;
/**
 * Calls that only read cannot be scheduled
 * (https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html).
 */
const reading =
  /^(get|describe|list|poll|receive|search|scan|query|select|read|lookup|discover|validate|batchGet|batchDescribe|batchRead|transactGet|adminGet|adminList|testMigration|retrieve|testConnection|translateDocument|isAuthorized|invokeModel)/;

export function checkSchedule(inputs: PropertyMap): readonly CheckFailure[] {
  const expression = text(inputs, "scheduleExpression");
  const window = map(inputs, "flexibleTimeWindow");
  const minutes = number(window, "maximumWindowInMinutes");
  return [
    ...when(
      [
        expression !== undefined && !expressions.some((form) => form.test(expression)),
        "scheduleExpression",
        `api error ValidationException: Invalid Schedule Expression ${expression ?? ""}.`,
      ],
      [
        window["mode"] === "FLEXIBLE" && minutes === undefined,
        "flexibleTimeWindow",
        "api error ValidationException: A maximum window must be given for a FLEXIBLE time window.",
      ],
      [
        window["mode"] === "OFF" && minutes !== undefined,
        "flexibleTimeWindow",
        "api error ValidationException: MaximumWindowInMinutes must not be given where the mode is OFF.",
      ],
    ),
    ...checkTarget(map(inputs, "target")),
  ];
}

function checkTarget(target: PropertyMap): readonly CheckFailure[] {
  const arn = text(target, "arn");
  if (arn === undefined || !arn.includes(":scheduler:::")) return [];
  const [, , action = ""] = universal.exec(arn) ?? [];
  const input = text(target, "input");
  return when(
    [
      !/^[a-z]/.test(action),
      "target.arn",
      `api error ValidationException: ${arn} is not a valid target: arn:aws:scheduler:::aws-sdk:<service>:<apiAction>, the action in camel case.`,
    ],
    [
      reading.test(action),
      "target.arn",
      `api error ValidationException: ${action} only reads, and cannot be the target of a schedule.`,
    ],
    [
      input !== undefined && !isJsonObject(input),
      "target.input",
      "api error ValidationException: The input of a universal target must be valid JSON.",
    ],
  );
}

function isJsonObject(document: string): boolean {
  try {
    return typeof JSON.parse(document) === "object";
  } catch {
    return false;
  }
}
