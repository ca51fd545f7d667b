import { AwsError } from "../../aws-error.ts";
import { text } from "../../values.ts";
import { bucketSetting, requireBucket } from "./bucket-setting.ts";

export const bucketLogging = bucketSetting({
  token: "aws:s3/bucketLogging:BucketLogging",
  replaces: ["expectedBucketOwner"],
  before: (inputs, bucket, account) => {
    const name = text(inputs, "targetBucket") ?? "";
    const target = requireBucket(account, name);
    if (target.accountId !== bucket.accountId || target.region !== bucket.region) {
      throw new AwsError(
        "InvalidTargetBucketForLogging",
        `The target bucket for logging, ${name}, must be of the same account and Region as ${bucket.id}.`,
      );
    }
  },
});
