import { randomUUID } from "node:crypto";
import { defineType, when } from "../../define-type.ts";
import { requireRole, requireRow } from "../../references.ts";
import { maps, text, texts } from "../../values.ts";

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html */
const mostResources = 500;

export const selection = defineType({
  token: "aws:backup/selection:Selection",
  naming: { input: "name", maximumLength: 50 },
  // AWS Backup has no call that changes a selection.
  replaces: ["conditions", "iamRoleArn", "name", "notResources", "planId", "resources", "selectionTags"],
  check: (inputs) => {
    const name = text(inputs, "name");
    const resources = texts(inputs, "resources");
    const odd = resources.find((resource) => resource !== "*" && !resource.startsWith("arn:"));
    const nothing = ["resources", "notResources", "selectionTags", "conditions"].every(
      (input) => inputs[input] === undefined,
    );
    const tags = maps(inputs, "selectionTags").filter((tag) => text(tag, "type") !== "STRINGEQUALS");
    return when(
      [
        name !== undefined && !/^[a-zA-Z0-9_.-]{1,50}$/.test(name),
        "name",
        `must have 1 to 50 letters, numbers, hyphens, underscores and periods, got ${name ?? ""}`,
      ],
      [nothing, "resources", "InvalidParameterValueException: a selection names resources, tags or conditions"],
      [resources.length > mostResources, "resources", `at most ${mostResources} resources, got ${resources.length}`],
      [odd !== undefined, "resources", `(${odd ?? ""}) is an invalid ARN: arn: prefix is missing`],
      [
        tags.some((tag) => text(tag, "type") !== undefined),
        "selectionTags",
        `expected type to be one of ["STRINGEQUALS"], got ${tags.map((tag) => text(tag, "type")).join(", ")}`,
      ],
    );
  },
  create: (inputs, account) => {
    requireRole(account, text(inputs, "iamRoleArn"), "InvalidParameterValueException");
    requireRow(account, "aws:backup/plan:Plan", text(inputs, "planId") ?? "", "ResourceNotFoundException");
    return { id: randomUUID() };
  },
});
