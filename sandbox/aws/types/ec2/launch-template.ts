import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { ec2Id, prefixedName } from "../../identifiers.ts";
import { rowsOf } from "../../rows.ts";
import { flag, number, text, texts } from "../../values.ts";
import { requireSecurityGroups } from "./security-group.ts";

const token = "aws:ec2/launchTemplate:LaunchTemplate";

export const launchTemplate = defineType({
  token,
  naming: { input: "name", maximumLength: 128 },
  updatedOutputs: ["latestVersion", "defaultVersion"],
  create: (inputs, account) => {
    const name = text(inputs, "name") ?? prefixedName(text(inputs, "namePrefix") ?? "", account.world.now());
    const taken = rowsOf(account, token).some((row) => row.computed["name"] === name);
    if (taken)
      throw new AwsError(
        "InvalidLaunchTemplateName.AlreadyExistsException",
        `Launch template name already in use: ${name}`,
      );
    requireSecurityGroups(account, texts(inputs, "vpcSecurityGroupIds"));
    const id = ec2Id("lt");
    return {
      id,
      arn: arn(account, "ec2", `launch-template/${id}`),
      computed: { name, latestVersion: 1, defaultVersion: 1 },
    };
  },
  // Every change makes a new version; the default stays unless it is told to follow.
  update: (row, news, account) => {
    requireSecurityGroups(account, texts(news, "vpcSecurityGroupIds"));
    const latestVersion = (number(row.computed, "latestVersion") ?? 1) + 1;
    const kept = number(news, "defaultVersion") ?? number(row.computed, "defaultVersion") ?? 1;
    return { latestVersion, defaultVersion: flag(news, "updateDefaultVersion") ? latestVersion : kept };
  },
});
