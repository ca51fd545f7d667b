import { bucketSetting } from "./bucket-setting.ts";

export const bucketOwnershipControls = bucketSetting({
  token: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
});
