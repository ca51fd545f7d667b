import { deepEqual, equal } from "node:assert/strict";
import { PrivateBucket, type PrivateBucketArgs } from "../../../components/storage/private-bucket.ts";
import { declared, keeping, kept, named, released, shortNames, statement } from "../../support/declared.ts";

const kmsKeyArn = "arn:aws:kms:us-east-1:111122223333:key/acme";
const args: PrivateBucketArgs = {
  bucketName: "objects",
  partition: "aws",
  retention: "kept",
  versioning: true,
  kmsKeyArn,
};
const bucket = (more: Partial<PrivateBucketArgs> = {}) =>
  declared(() => new PrivateBucket("acme", { ...args, ...more }));

describe("PrivateBucket", () => {
  it("R-INF-3 declares a bucket with encryption, versions, ownership, public access block and policy", async () => {
    deepEqual(shortNames(await bucket()), [
      "Bucket acme",
      "BucketServerSideEncryptionConfiguration acme-encryption",
      "BucketOwnershipControls acme-ownership",
      "BucketPolicy acme-policy",
      "BucketPublicAccessBlock acme-public-access",
      "BucketVersioning acme-versioning",
    ]);
  });

  it("R-INF-3 encrypts with the key it was given through a bucket key, or with S3's own keys where it has none", async () => {
    deepEqual(named(await bucket(), "acme-encryption").inputs["rules"], [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: kmsKeyArn },
        bucketKeyEnabled: true,
      },
    ]);
    const { kmsKeyArn: _none, ...without } = args;
    const resources = await declared(() => new PrivateBucket("acme", without));
    deepEqual(named(resources, "acme-encryption").inputs["rules"], [
      { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
    ]);
  });

  it("R-INF-3 refuses connections without TLS 1.2, to the bucket and its objects", async () => {
    const policy = named(await bucket(), "acme-policy");
    const { Effect, Principal, Action, Resource, Condition } = statement(policy, "TlsOnly");
    deepEqual([Effect, Principal, Action], ["Deny", { AWS: "*" }, "s3:*"]);
    deepEqual(Resource, ["arn:aws:s3:::objects", "arn:aws:s3:::objects/*"]);
    deepEqual(Condition, { Bool: { "aws:SecureTransport": "false" } });
    deepEqual(statement(policy, "TlsVersion").Condition, { NumericLessThan: { "s3:TlsVersion": "1.2" } });
  });

  it("R-INF-3 has no ACLs and no public access", async () => {
    const resources = await bucket();
    const { bucket: _bucket, ...block } = named(resources, "acme-public-access").inputs;
    deepEqual(block, {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    deepEqual(named(resources, "acme-ownership").inputs["rule"], { objectOwnership: "BucketOwnerEnforced" });
  });

  it("is kept until it is released, and its objects until they are given up", async () => {
    const resources = { kept: await bucket(), released: await bucket({ retention: "released" }) };
    deepEqual(keeping(named(resources.kept, "acme")), kept);
    deepEqual(keeping(named(resources.released, "acme")), released);
    equal(named(resources.released, "acme").inputs["forceDestroy"], false);
    equal(named(await bucket({ retention: "discarded" }), "acme").inputs["forceDestroy"], true);
  });

  it("puts bucket and settings into another Region where it is told one", async () => {
    const regions = (await bucket({ region: "us-west-2" })).map(({ inputs }) => inputs["region"]);
    deepEqual([...new Set(regions)], ["us-west-2"]);
    deepEqual([...new Set((await bucket()).map(({ inputs }) => inputs["region"]))], [undefined]);
  });

  it("goes with its settings, each of them deleted with the bucket", async () => {
    const inside = (await bucket()).filter(({ name }) => name !== "acme").map(({ options }) => options.deletedWith);
    deepEqual(new Set(inside.map((urn) => urn?.split("::").at(-1))), new Set(["acme"]));
  });
});
