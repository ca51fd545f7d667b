import type { World } from "../../../world/world.ts";
import { AwsError } from "../../aws-error.ts";
import { allRows } from "../../rows.ts";

const collection = (bucket: string) => `aws:s3/objects:${bucket}`;

function requireBucket(world: World, bucket: string): void {
  if (!allRows(world, "aws:s3/bucket:Bucket").some(({ id }) => id === bucket)) {
    throw new AwsError("NoSuchBucket", `The specified bucket does not exist: ${bucket}`);
  }
}

/** Keys of a bucket's objects. */
export function objectsIn(world: World, bucket: string): readonly string[] {
  return world.store.list(collection(bucket)).map(({ key }) => key);
}

/** @throws where the bucket does not exist. */
export function putObject(world: World, bucket: string, key: string, body: string): void {
  requireBucket(world, bucket);
  world.store.set(collection(bucket), key, { body, lastModified: world.now().toISOString() });
}

/** Deleting what is not there succeeds, as in S3. @throws where the bucket does not exist. */
export function deleteObject(world: World, bucket: string, key: string): void {
  requireBucket(world, bucket);
  world.store.delete(collection(bucket), key);
}

export function emptyBucket(world: World, bucket: string): void {
  for (const key of objectsIn(world, bucket)) world.store.delete(collection(bucket), key);
}
