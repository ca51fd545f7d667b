import { AwsError } from "../../aws-error.ts";
import { when } from "../../define-type.ts";
import { flag, map, number } from "../../values.ts";
import { bucketSetting, isVersioned } from "./bucket-setting.ts";

export const bucketObjectLockConfiguration = bucketSetting({
  token: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  replaces: ["expectedBucketOwner", "objectLockEnabled"],
  defaults: { objectLockEnabled: "Enabled" },
  check: (inputs) => {
    const retention = map(map(inputs, "rule"), "defaultRetention");
    const { days, years } = { days: number(retention, "days"), years: number(retention, "years") };
    return when(
      [
        days !== undefined && years !== undefined,
        "rule",
        "api error MalformedXML: defaultRetention takes either days or years, not both",
      ],
      [
        days !== undefined && (days < 1 || days > 36_500),
        "rule",
        `api error InvalidArgument: Default retention period must be 1 to 36500 days, got ${days ?? ""}`,
      ],
      [
        years !== undefined && (years < 1 || years > 100),
        "rule",
        `api error InvalidArgument: Default retention period must be 1 to 100 years, got ${years ?? ""}`,
      ],
    );
  },
  before: (_inputs, bucket, account) => {
    // S3 takes it on an existing bucket too, once its versioning is on.
    if (!flag(bucket.inputs, "objectLockEnabled") && !isVersioned(account.world, bucket.id)) {
      throw new AwsError(
        "InvalidBucketState",
        `Versioning must be 'Enabled' on ${bucket.id} to apply an Object Lock configuration`,
      );
    }
  },
});
