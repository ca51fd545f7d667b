import type { PropertyMap } from "../../../provider/provider.ts";
import type { World } from "../../../world/world.ts";
import type { Account } from "../../account.ts";
import { AwsError } from "../../aws-error.ts";
import { defineType, type TypeDefinition } from "../../define-type.ts";
import { allRows, type Row, removeRow } from "../../rows.ts";
import { flag, map, text } from "../../values.ts";

/** What a kind of a bucket's settings has of its own. */
export interface BucketSetting {
  readonly token: string;
  readonly replaces?: readonly string[];
  readonly defaults?: PropertyMap;
  readonly check?: TypeDefinition["check"];
  /** Called before every change. @throws where S3 refuses. */
  before?(inputs: PropertyMap, bucket: Row, account: Account): void;
}

/** A setting of a bucket as a type of its own: its id is the bucket's name, and it dies with the bucket. */
export function bucketSetting({ token, replaces = [], defaults, check, before }: BucketSetting): TypeDefinition {
  const put = (inputs: PropertyMap, account: Account) => {
    const bucket = requireBucket(account, text(inputs, "bucket") ?? "");
    before?.(inputs, bucket, account);
    return bucket.id;
  };
  return defineType({
    token,
    replaces: ["bucket", ...replaces],
    ...(defaults ? { defaults } : {}),
    ...(check ? { check } : {}),
    // Like the service, the provider lets a second declaration of the same setting win; here it is told.
    duplicateCode: "BucketSettingAlreadyDeclared",
    create: (inputs, account) => ({ id: put(inputs, account), computed: {} }),
    update: (_row, news, account) => {
      put(news, account);
      return {};
    },
  });
}

/** A bucket by name or ARN. @throws NoSuchBucket. */
export function requireBucket(account: Account, name: string): Row {
  const plain = name.replace(/^arn:[\w-]+:s3:::/, "");
  const found = allRows(account.world, "aws:s3/bucket:Bucket").find(({ id }) => id === plain);
  if (!found) throw new AwsError("NoSuchBucket", `The specified bucket does not exist: ${plain}`);
  if (found.accountId === account.accountId && found.region !== account.region) {
    throw new AwsError(
      "PermanentRedirect",
      `The bucket ${plain} is in ${found.region}, the request went to ${account.region}`,
    );
  }
  return found;
}

/** The settings of a bucket are gone with it. */
export function removeSettings(world: World, bucket: string, types: readonly string[]): void {
  for (const type of types) {
    for (const row of allRows(world, type).filter(({ id }) => id === bucket)) removeRow(world, row);
  }
}

/** True where versions are kept: by the setting, or since the bucket was made with object lock. */
export function isVersioned(world: World, bucket: string): boolean {
  const locked = allRows(world, "aws:s3/bucket:Bucket").some(
    ({ id, inputs }) => id === bucket && flag(inputs, "objectLockEnabled"),
  );
  const enabled = allRows(world, "aws:s3/bucketVersioning:BucketVersioning").some(
    ({ id, inputs }) => id === bucket && text(map(inputs, "versioningConfiguration"), "status") === "Enabled",
  );
  return locked || enabled;
}
