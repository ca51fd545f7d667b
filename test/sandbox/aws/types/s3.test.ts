import { deepEqual, equal, rejects } from "node:assert/strict";
import { awsCalls, listAwsResources } from "../../../../sandbox/aws/index.ts";
import { awsClient } from "../../../support/aws-client.ts";
import { refusesEach, takesEach } from "../../../support/aws-refusals.ts";
import { type AwsSurroundings, awsSurroundings } from "../../../support/aws-surroundings.ts";

const bucket = "aws:s3/bucket:Bucket";

describe("S3 of the embedded account", () => {
  let place: AwsSurroundings;
  beforeEach(async () => {
    place = await awsSurroundings();
  });

  it("R-INF-3 takes bucket names that S3 takes, and refuses those that it refuses", async () => {
    await takesEach(place.client, bucket, {}, "bucket", ["abc", "a.b-c", "1ab", "a".repeat(63)]);
    await refusesEach(place.client, bucket, { bucket: "good-name" }, [
      ["bucket", "ab", /InvalidBucketName: .*has 2 characters/],
      ["bucket", "a".repeat(64), /has 64 characters/],
      ["bucket", "Upper", /only lowercase/],
      ["bucket", "a..b", /adjacent periods/],
      ["bucket", "-ab", /begin and end/],
      ["bucket", "10.0.0.1", /IP address/],
      ["bucket", "xn--abc", /reserved prefixes/],
      ["bucket", "abc-s3alias", /reserved suffixes/],
    ]);
  });

  it("shares bucket names with all other accounts and Regions", async () => {
    const other = await awsClient(place.world, { region: "us-west-2", allowedAccountIds: ["444455556666"] });
    await place.client.create(bucket, { bucket: "taken" });
    await rejects(place.client.create(bucket, { bucket: "taken" }), /BucketAlreadyOwnedByYou/);
    await rejects(other.create(bucket, { bucket: "taken" }), /BucketAlreadyExists: .*Select a different name/);
    await other.create(bucket, { bucket: "free" });
  });

  it("R-INF-3 refuses to delete a bucket that holds objects, unless forceDestroy was applied before", async () => {
    const calls = awsCalls(place.world);
    const put = (name: string) => calls["s3.putObject"]?.({ bucket: name, key: "a.txt", body: "a" });
    const kept = await place.client.create(bucket, { bucket: "kept" });
    put("kept");
    await rejects(place.client.delete(kept), /BucketNotEmpty: .*kept holds 1 objects/);
    calls["s3.deleteObject"]?.({ bucket: "kept", key: "a.txt" });
    await place.client.delete(kept);
    const forced = await place.client.create(bucket, { bucket: "forced", forceDestroy: true });
    put("forced");
    await place.client.delete(forced);
    deepEqual(
      listAwsResources(place.world).filter(({ id }) => id === "kept" || id === "forced"),
      [],
    );
  });

  it("refuses settings of a bucket that does not exist, and takes them away with their bucket", async () => {
    const versioning = "aws:s3/bucketVersioning:BucketVersioning";
    const enabled = { versioningConfiguration: { status: "Enabled" } };
    await rejects(place.client.create(versioning, { bucket: "none", ...enabled }), /NoSuchBucket/);
    const made = await place.client.create(bucket, { bucket: "with-settings" });
    await place.client.create(versioning, { bucket: "with-settings", ...enabled });
    await place.client.delete(made);
    equal(
      listAwsResources(place.world).some(({ id }) => id === "with-settings"),
      false,
    );
  });

  it("R-INF-3 refuses a lifecycle that S3 would refuse", async () => {
    const rule = (over: object) => [
      { id: "a", status: "Enabled", transitions: [{ days: 90, storageClass: "GLACIER_IR" }], ...over },
    ];
    await refusesEach(
      place.client,
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
      { bucket: "b", rules: rule({}) },
      [
        ["rules", rule({ status: "On" }), /rules\[0\]\.status to be one of \[Enabled Disabled\]/],
        ["rules", rule({ expiration: { days: 90 } }), /'Days' in the Expiration action \(90\) must be greater/],
        ["rules", rule({ transitions: [{ days: 10, storageClass: "STANDARD_IA" }] }), /greater than or equal to 30/],
        ["rules", rule({ transitions: [{ days: 10, storageClass: "ICE" }] }), /storageClass to be one of/],
        ["rules", [...rule({}), ...rule({})], /Rule ID must be unique/],
        [
          "rules",
          rule({ transitionz: [] }),
          /rules\[0\]\.transitionz is not an argument of this type\. The nearest is transitions/,
        ],
      ],
    );
  });

  it("R-INF-3 refuses a bucket policy of another bucket, and replication without versions on either side", async () => {
    const policy = (resource: string) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: resource }],
      });
    const type = "aws:s3/bucketPolicy:BucketPolicy";
    await rejects(
      place.client.create(type, { bucket: place.ids["bucket"], policy: policy("arn:aws:s3:::other/*") }),
      /MalformedPolicy: Policy has invalid resource/,
    );
    await place.client.create(type, { bucket: place.ids["bucket"], policy: policy(`${place.ids["bucketArn"]}/*`) });
    const plain = await place.client.create(bucket, { bucket: "plain" });
    const replication = (from: string | undefined, to: unknown) => ({
      bucket: from,
      role: place.ids["roleArn"],
      rules: [{ id: "all", status: "Enabled", destination: { bucket: to } }],
    });
    const config = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
    await rejects(
      place.client.create(config, replication("plain", place.ids["bucketArn"])),
      /Versioning must be 'Enabled' on the source bucket/,
    );
    await rejects(
      place.client.create(config, replication(place.ids["bucket"], plain.outputs["arn"])),
      /on the destination bucket/,
    );
    await place.client.create(config, replication(place.ids["bucket"], place.ids["otherBucketArn"]));
  });
});
