import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { when } from "../../define-type.ts";
import { requireKey, requireRole } from "../../references.ts";
import { allRows } from "../../rows.ts";
import { map, maps, text } from "../../values.ts";
import { bucketSetting, isVersioned } from "./bucket-setting.ts";

function requireVersioned(account: Account, bucket: string, which: string): void {
  if (!isVersioned(account.world, bucket))
    throw new AwsError(
      "InvalidRequest",
      `Versioning must be 'Enabled' on the ${which} bucket to apply a replication configuration: ${bucket}`,
    );
}

export const bucketReplicationConfig = bucketSetting({
  token: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
  check: (inputs) => {
    const ids = maps(inputs, "rules")
      .map((rule) => text(rule, "id"))
      .filter((id) => id !== undefined);
    return when([new Set(ids).size < ids.length, "rules", "api error InvalidRequest: rule ids must be unique"]);
  },
  before: (inputs, bucket, account) => {
    requireRole(account, text(inputs, "role"), "InvalidArgument");
    requireVersioned(account, bucket.id, "source");
    for (const rule of maps(inputs, "rules")) {
      const destination = map(rule, "destination");
      const name = (text(destination, "bucket") ?? "").replace(/^arn:[\w-]+:s3:::/, "");
      const target = allRows(account.world, "aws:s3/bucket:Bucket").find(({ id }) => id === name);
      if (!target) throw new AwsError("InvalidRequest", `Destination bucket must exist: ${name}`);
      requireVersioned(account, name, "destination");
      requireKey(
        { ...account, region: target.region },
        text(map(destination, "encryptionConfiguration"), "replicaKmsKeyId"),
        "InvalidRequest",
      );
    }
  },
});
