import { arn } from "../../account.ts";
import { defineType, when } from "../../define-type.ts";
import { rowsOf } from "../../rows.ts";
import { text } from "../../values.ts";
import { partOf } from "./application-of.ts";

const token = "aws:appconfig/hostedConfigurationVersion:HostedConfigurationVersion";
/** https://docs.aws.amazon.com/general/latest/gr/appconfig.html: configuration size in the hosted store. */
const largestBytes = 2 * 1024 * 1024;

export const hostedConfigurationVersion = defineType({
  token,
  check: (inputs) => {
    const bytes = Buffer.byteLength(text(inputs, "content") ?? "");
    return when([
      bytes > largestBytes,
      "content",
      `api error PayloadTooLargeException: the configuration has ${bytes} bytes, allowed are ${largestBytes}`,
    ]);
  },
  create: (inputs, account) => {
    const profile = partOf(inputs, account, "configurationProfile");
    const [profileId, applicationId] = profile.id.split(":");
    const earlier = rowsOf(account, token)
      .filter((row) => row.inputs["configurationProfileId"] === profileId)
      .map((row) => Number(row.computed["versionNumber"]));
    const versionNumber = Math.max(0, ...earlier) + 1;
    return {
      id: `${applicationId}/${profileId}/${versionNumber}`,
      arn: arn(
        account,
        "appconfig",
        `application/${applicationId}/configurationprofile/${profileId}/hostedconfigurationversion/${versionNumber}`,
      ),
      computed: { versionNumber },
    };
  },
});
