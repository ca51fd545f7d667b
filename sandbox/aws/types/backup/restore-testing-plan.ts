import { randomUUID } from "node:crypto";
import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, outside, when } from "../../define-type.ts";
import { rowsOf } from "../../rows.ts";
import { map, number, text, texts } from "../../values.ts";
import { scheduleRefusal } from "./cron.ts";

/**
 * Limits: CreateRestoreTestingPlan,
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RestoreTestingPlanForCreate.html
 */
export const restoreTestingPlan = defineType({
  token: "aws:backup/restoreTestingPlan:RestoreTestingPlan",
  naming: { input: "name", maximumLength: 50 },
  replaces: ["name"],
  duplicateCode: "AlreadyExistsException",
  defaults: { startWindowHours: 24, scheduleExpressionTimezone: "Etc/UTC" },
  check: (inputs) => {
    const name = text(inputs, "name");
    const selection = map(inputs, "recoveryPointSelection");
    const days = number(selection, "selectionWindowDays");
    const hours = number(inputs, "startWindowHours");
    const refusal = scheduleRefusal(text(inputs, "scheduleExpression"));
    const odd = texts(selection, "includeVaults").find((vault) => vault !== "*" && !vault.startsWith("arn:"));
    return when(
      [
        name !== undefined && !/^\w{1,50}$/.test(name),
        "name",
        `must have 1 to 50 letters, numbers and underscores, got ${name ?? ""}`,
      ],
      [refusal !== undefined, "scheduleExpression", `InvalidParameterValueException: ${refusal ?? ""}`],
      [outside(days, 1, 365), "recoveryPointSelection.selectionWindowDays", `expected 1 to 365, got ${days ?? ""}`],
      [outside(hours, 1, 168), "startWindowHours", `expected 1 to 168, got ${hours ?? ""}`],
      [odd !== undefined, "recoveryPointSelection.includeVaults", `${odd ?? ""} is neither * nor the ARN of a vault`],
    );
  },
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? "";
    return { id: name, arn: arn(account, "backup", `restore-testing-plan:${name}-${randomUUID()}`) };
  },
  delete: (row, account) => {
    const selections = rowsOf(account, "aws:backup/restoreTestingSelection:RestoreTestingSelection").filter(
      ({ inputs }) => text(inputs, "restoreTestingPlanName") === row.id,
    );
    if (selections.length > 0) {
      throw new AwsError(
        "InvalidRequestException",
        `Restore testing plan ${row.id} still has selections: ${selections.map(({ id }) => id).join(", ")}`,
      );
    }
    return undefined;
  },
});
