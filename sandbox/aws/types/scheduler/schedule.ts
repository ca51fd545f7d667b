import type { PropertyMap } from "../../../provider/provider.ts";
import { type Account, arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { prefixedName } from "../../identifiers.ts";
import { requireKey, requireRole, requireRow } from "../../references.ts";
import { rowsOf } from "../../rows.ts";
import { map, text } from "../../values.ts";
import { checkSchedule } from "./schedule-rules.ts";

/** @throws where the group, the role, the key or the queue for dead letters does not exist. */
function requireReferences(inputs: PropertyMap, account: Account): void {
  const group = text(inputs, "groupName") ?? "default";
  if (group !== "default")
    requireRow(
      account,
      "aws:scheduler/scheduleGroup:ScheduleGroup",
      group,
      "ResourceNotFoundException",
      `Schedule group ${group} does not exist.`,
    );
  const target = map(inputs, "target");
  requireRole(account, text(target, "roleArn"), "ValidationException");
  requireKey(account, text(inputs, "kmsKeyArn"), "ValidationException");
  const dead = text(map(target, "deadLetterConfig"), "arn");
  if (dead !== undefined && !rowsOf(account, "aws:sqs/queue:Queue").some((row) => row.arn === dead))
    throw new AwsError("ValidationException", `The dead-letter queue ${dead} does not exist.`);
}

/** A schedule; nothing is invoked here. */
export const schedule = defineType({
  token: "aws:scheduler/schedule:Schedule",
  replaces: ["groupName", "namePrefix"],
  naming: { input: "name", maximumLength: 64 },
  duplicateCode: "ConflictException",
  defaults: {
    state: "ENABLED",
    scheduleExpressionTimezone: "UTC",
    groupName: "default",
    actionAfterCompletion: "NONE",
  },
  check: (inputs) => checkSchedule(inputs),
  create: (inputs, account) => {
    requireReferences(inputs, account);
    const name = text(inputs, "name") ?? prefixedName(text(inputs, "namePrefix") ?? "", account.world.now());
    const id = `${text(inputs, "groupName") ?? "default"}/${name}`;
    return { id, arn: arn(account, "scheduler", `schedule/${id}`), computed: { name } };
  },
  update: (_row, news, account) => {
    requireReferences(news, account);
    return {};
  },
});
