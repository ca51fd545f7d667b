import { AwsError } from "../../aws-error.ts";
import { defineType, when } from "../../define-type.ts";
import { requireRole } from "../../references.ts";
import { findRow } from "../../rows.ts";
import { map, text, texts } from "../../values.ts";
import { requireFirst } from "../one-a-region.ts";

const token = "aws:cfg/recorder:Recorder";

/** One customer managed recorder an account and Region: https://docs.aws.amazon.com/config/latest/developerguide/configlimits.html */
export const recorder = defineType({
  token,
  defaults: { name: "default" },
  check: (inputs) => {
    const group = map(inputs, "recordingGroup");
    const all = group["allSupported"] !== false && Object.keys(group).length > 0;
    return when(
      [
        all && texts(group, "resourceTypes").length > 0,
        "recordingGroup",
        "api error InvalidRecordingGroupException: allSupported and resourceTypes are not given together",
      ],
      [
        group["includeGlobalResourceTypes"] === true && group["allSupported"] !== true,
        "recordingGroup",
        "api error InvalidRecordingGroupException: includeGlobalResourceTypes needs allSupported",
      ],
    );
  },
  create: (inputs, account) => {
    requireFirst(
      account,
      token,
      "MaxNumberOfConfigurationRecordersExceededException",
      "Failed to put configuration recorder because the maximum number of configuration recorders: 1 is reached.",
    );
    requireRole(account, text(inputs, "roleArn"), "InvalidRoleException");
    return { id: text(inputs, "name") ?? "default" };
  },
  update: (_row, news, account) => {
    requireRole(account, text(news, "roleArn"), "InvalidRoleException");
    return {};
  },
});

/** @throws where the recorder does not exist, or has nowhere to deliver to. */
export function requireRecorder(account: Parameters<typeof findRow>[0], name: string): void {
  if (!findRow(account, token, name))
    throw new AwsError("NoSuchConfigurationRecorderException", `Cannot find configuration recorder '${name}'.`);
}
