import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { prefixedName } from "../../identifiers.ts";
import { removeRow, rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";

export const scheduleGroup = defineType({
  token: "aws:scheduler/scheduleGroup:ScheduleGroup",
  replaces: ["name", "namePrefix"],
  naming: { input: "name", maximumLength: 64 },
  duplicateCode: "ConflictException",
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? prefixedName(text(inputs, "namePrefix") ?? "", account.world.now());
    if (name === "default") throw new AwsError("ConflictException", "Schedule group default already exists.");
    const now = account.world.now().toISOString();
    return {
      id: name,
      arn: arn(account, "scheduler", `schedule-group/${name}`),
      state: "ACTIVE",
      computed: { name, state: "ACTIVE", creationDate: now, lastModificationDate: now },
    };
  },
  // A group takes its schedules with it (https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-group-delete.html).
  delete: (row, account) => {
    for (const schedule of rowsOf(account, "aws:scheduler/schedule:Schedule")) {
      if (text(schedule.inputs, "groupName") === row.id) removeRow(account.world, schedule);
    }
    return undefined;
  },
});
