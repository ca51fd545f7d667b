import { domainOf } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType } from "../../define-type.ts";
import { hex } from "../../identifiers.ts";
import { allRows } from "../../rows.ts";
import { flag, text } from "../../values.ts";
import { checkBucketName } from "./bucket-name.ts";
import { removeSettings } from "./bucket-setting.ts";
import { emptyBucket, objectsIn } from "./objects.ts";
import { bucketSettingTypes } from "./setting-types.ts";

const token = "aws:s3/bucket:Bucket";

/** Alias target of buckets in DNS; https://docs.aws.amazon.com/general/latest/gr/s3.html lists one for each Region. */
const hostedZoneIds: Readonly<Record<string, string>> = {
  "us-east-1": "Z3AQBSTGFYJSTF",
  "us-east-2": "Z2O1EMRO9K5GLX",
  "us-west-1": "Z2F56UZL2M1ACD",
  "us-west-2": "Z3BJ6K6RIION7M",
  "eu-west-1": "Z1BKCTXD74EZPE",
  "eu-west-2": "Z3GKZC51ZF0DB4",
  "eu-central-1": "Z21DNDUVLTQW6Q",
  "ca-central-1": "Z1QDHH18159H29",
};

export const bucket = defineType({
  token,
  naming: { input: "bucket", maximumLength: 63 },
  duplicateCode: "BucketAlreadyOwnedByYou",
  defaults: { forceDestroy: false, objectLockEnabled: false, requestPayer: "BucketOwner", accelerationStatus: "" },
  check: (inputs) => checkBucketName(text(inputs, "bucket")),
  create: (inputs, account) => {
    const name = text(inputs, "bucket") ?? `${text(inputs, "bucketPrefix") ?? ""}${hex(26)}`;
    const taken = allRows(account.world, token).find(({ id }) => id === name);
    if (taken && taken.accountId !== account.accountId) {
      throw new AwsError(
        "BucketAlreadyExists",
        `The requested bucket name is not available: ${name}. The bucket namespace is shared by all users of the system. Select a different name and try again.`,
      );
    }
    if (taken) {
      throw new AwsError(
        "BucketAlreadyOwnedByYou",
        `Your previous request to create the named bucket succeeded and you already own it: ${name}.`,
      );
    }
    const computed = {
      bucket: name,
      bucketRegion: account.region,
      bucketDomainName: `${name}.s3.${domainOf(account)}`,
      bucketRegionalDomainName: `${name}.s3.${account.region}.${domainOf(account)}`,
      ...(hostedZoneIds[account.region] ? { hostedZoneId: hostedZoneIds[account.region] } : {}),
    };
    return { id: name, arn: `arn:${account.partition}:s3:::${name}`, computed };
  },
  delete: (row, account) => {
    const objects = objectsIn(account.world, row.id);
    if (objects.length > 0 && !flag(row.inputs, "forceDestroy")) {
      throw new AwsError(
        "BucketNotEmpty",
        `The bucket you tried to delete is not empty: ${row.id} holds ${objects.length} objects. Delete them, or set forceDestroy and apply it before the deletion.`,
      );
    }
    emptyBucket(account.world, row.id);
    removeSettings(account.world, row.id, bucketSettingTypes);
    return undefined;
  },
});
