import { requireKey } from "../../references.ts";
import { map, maps, text } from "../../values.ts";
import { bucketSetting } from "./bucket-setting.ts";

export const bucketServerSideEncryptionConfiguration = bucketSetting({
  token: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  replaces: ["expectedBucketOwner"],
  before: (inputs, _bucket, account) => {
    for (const rule of maps(inputs, "rules")) {
      requireKey(
        account,
        text(map(rule, "applyServerSideEncryptionByDefault"), "kmsMasterKeyId"),
        "KMS.NotFoundException",
      );
    }
  },
});
