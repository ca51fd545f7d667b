import { defineType, outside, when } from "../../define-type.ts";
import { requireRole, requireRow } from "../../references.ts";
import { number, text, texts } from "../../values.ts";

const resourceTypes = ["Aurora", "DocumentDB", "DynamoDB", "EBS", "EC2", "EFS", "FSx", "Neptune", "RDS", "S3"];

/**
 * Limits: CreateRestoreTestingSelection,
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RestoreTestingSelectionForCreate.html
 */
export const restoreTestingSelection = defineType({
  token: "aws:backup/restoreTestingSelection:RestoreTestingSelection",
  naming: { input: "name", maximumLength: 50 },
  replaces: ["name"],
  duplicateCode: "AlreadyExistsException",
  defaults: { validationWindowHours: 0 },
  check: (inputs) => {
    const name = text(inputs, "name");
    const type = text(inputs, "protectedResourceType");
    const hours = number(inputs, "validationWindowHours");
    const arns = texts(inputs, "protectedResourceArns");
    const chosen = ["protectedResourceArns", "protectedResourceConditions"].filter(
      (input) => inputs[input] !== undefined,
    );
    return when(
      [
        name !== undefined && !/^\w{1,50}$/.test(name),
        "name",
        `must have 1 to 50 letters, numbers and underscores, got ${name ?? ""}`,
      ],
      [
        type !== undefined && !resourceTypes.includes(type),
        "protectedResourceType",
        `expected one of ${resourceTypes.join(", ")}, got ${type ?? ""}`,
      ],
      [outside(hours, 1, 168), "validationWindowHours", `expected 1 to 168, got ${hours ?? ""}`],
      [
        chosen.length !== 1,
        "protectedResourceArns",
        `exactly one of protectedResourceArns and protectedResourceConditions is given, got ${chosen.join(" and ") || "none"}`,
      ],
      [
        arns.length > 1 && arns.includes("*"),
        "protectedResourceArns",
        "the wildcard * stands alone, or ARNs stand without it",
      ],
    );
  },
  create: (inputs, account) => {
    const plan = text(inputs, "restoreTestingPlanName") ?? "";
    requireRole(account, text(inputs, "iamRoleArn"), "InvalidParameterValueException");
    requireRow(account, "aws:backup/restoreTestingPlan:RestoreTestingPlan", plan, "ResourceNotFoundException");
    return { id: `${text(inputs, "name") ?? ""}:${plan}` };
  },
});
