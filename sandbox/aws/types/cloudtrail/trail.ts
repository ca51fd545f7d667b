import type { CheckFailure, PropertyMap } from "../../../provider/provider.ts";
import { arn } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { rowsOf } from "../../rows.ts";
import { flag, text } from "../../values.ts";
import { requireDestinations } from "./destinations.ts";
import { checkSelectors } from "./selector-rules.ts";

const token = "aws:cloudtrail/trail:Trail";
/** Trails a Region: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html */
const most = 5;
const nameForm = /^[a-zA-Z0-9](?:[._-]?[a-zA-Z0-9])+$/;

function checkTrail(inputs: PropertyMap): readonly CheckFailure[] {
  const name = text(inputs, "name");
  const group = text(inputs, "cloudWatchLogsGroupArn");
  return [
    ...when(
      [
        name !== undefined && (!nameForm.test(name) || name.length < 3 || name.length > 128),
        "name",
        `api error InvalidTrailNameException: 3 to 128 letters, digits, periods, underscores and dashes, no two signs in a row, got ${name ?? ""}`,
      ],
      [
        (inputs["cloudWatchLogsGroupArn"] === undefined) !== (inputs["cloudWatchLogsRoleArn"] === undefined),
        "cloudWatchLogsRoleArn",
        "cloudWatchLogsGroupArn and cloudWatchLogsRoleArn are given together",
      ],
      [
        group !== undefined && !group.endsWith(":*"),
        "cloudWatchLogsGroupArn",
        `api error InvalidCloudWatchLogsLogGroupArnException: the ARN of a log group ends in :* here, got ${group ?? ""}`,
      ],
      [
        flag(inputs, "isMultiRegionTrail") && inputs["includeGlobalServiceEvents"] === false,
        "includeGlobalServiceEvents",
        "api error InvalidParameterCombinationException: Multi-Region trail must include global service events.",
      ],
    ),
    ...checkSelectors(inputs),
  ];
}

export const trail = defineType({
  token,
  naming: { input: "name", maximumLength: 128 },
  replaces: ["name"],
  defaults: {
    enableLogFileValidation: false,
    enableLogging: true,
    includeGlobalServiceEvents: true,
    isMultiRegionTrail: false,
    isOrganizationTrail: false,
  },
  duplicateCode: "TrailAlreadyExistsException",
  check: checkTrail,
  create: (inputs, account) => {
    if (flag(inputs, "isOrganizationTrail"))
      // Sandbox-defined: no organisation is embedded, so no account is one's management account.
      throw new AwsError(
        "OrganizationsNotInUseException",
        `the account ${account.accountId} is not the management account of an organization`,
      );
    if (rowsOf(account, token).length >= most)
      throw new AwsError(
        "MaximumNumberOfTrailsExceededException",
        `User: ${account.accountId} already has ${most} trails in ${account.region}.`,
      );
    requireDestinations(account, inputs);
    const id = arn(account, "cloudtrail", `trail/${text(inputs, "name") ?? ""}`);
    return { id, arn: id, computed: { homeRegion: account.region } };
  },
  update: (_row, news, account) => {
    requireDestinations(account, news);
    return {};
  },
});
