import { AwsError } from "../../aws-error.ts";
import { flag, map, text } from "../../values.ts";
import { bucketSetting } from "./bucket-setting.ts";

export const bucketVersioning = bucketSetting({
  token: "aws:s3/bucketVersioning:BucketVersioning",
  replaces: ["expectedBucketOwner"],
  before: (inputs, bucket) => {
    const status = text(map(inputs, "versioningConfiguration"), "status");
    if (flag(bucket.inputs, "objectLockEnabled") && status !== "Enabled") {
      throw new AwsError(
        "InvalidBucketState",
        `An Object Lock configuration is present on ${bucket.id}, so its versioning cannot be suspended.`,
      );
    }
  },
});
