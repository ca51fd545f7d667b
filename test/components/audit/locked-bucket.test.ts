import { deepEqual, equal, throws } from "node:assert/strict";
import { LockedBucket, type LockedBucketArgs } from "../../../components/audit/locked-bucket.ts";
import { arnOf, declared, keeping, kept, named, released, shortNames, statement } from "../../support/declared.ts";

const args: LockedBucketArgs = {
  bucketName: "fleet-records",
  partition: "aws",
  retention: "kept",
  kmsKeyArn: arnOf("kms"),
  retentionDays: 365,
  statements: [],
  logPrefix: "records/",
};
const unlogged = () => declared(() => new LockedBucket("records", args));
const bucket = (more: Partial<LockedBucketArgs> = {}) =>
  declared(() => new LockedBucket("records", { ...args, logBucketName: "logs", ...more }));
const policyOf = async (more: Partial<LockedBucketArgs> = {}) => named(await bucket(more), "records-objects-policy");

describe("LockedBucket", () => {
  it("R-SEC-7 is a private bucket under the given key, with a lock, an end and access logs", async () => {
    const all = await bucket();
    deepEqual(shortNames(all), [
      "BucketLifecycleConfiguration records-lifecycle",
      "BucketObjectLockConfiguration records-lock",
      "BucketLogging records-logging",
      "Bucket records-objects",
      "BucketServerSideEncryptionConfiguration records-objects-encryption",
      "BucketOwnershipControls records-objects-ownership",
      "BucketPolicy records-objects-policy",
      "BucketPublicAccessBlock records-objects-public-access",
      "BucketVersioning records-objects-versioning",
    ]);
    const { rules } = named(all, "records-objects-encryption").inputs as {
      rules: { applyServerSideEncryptionByDefault: object }[];
    };
    deepEqual(rules[0]?.applyServerSideEncryptionByDefault, {
      sseAlgorithm: "aws:kms",
      kmsMasterKeyId: await arnOf("kms"),
    });
    const { targetBucket, targetPrefix } = named(all, "records-logging").inputs;
    deepEqual([targetBucket, targetPrefix], ["logs", "records/"]);
  });

  it("R-SEC-7 has no access logs where it is given no bucket for them", async () => {
    const kinds = shortNames(await unlogged()).filter((name) => name.startsWith("BucketLogging"));
    deepEqual(kinds, []);
  });

  it("R-SEC-7 locks each record for the plan's days, and forgets it the day after", async () => {
    const all = await bucket({ retentionDays: 2555 });
    equal(named(all, "records-objects", "Bucket").inputs["objectLockEnabled"], true);
    deepEqual(named(all, "records-lock").inputs["rule"], { defaultRetention: { mode: "GOVERNANCE", days: 2555 } });
    deepEqual(named(all, "records-lifecycle").inputs["rules"], [
      {
        id: "old-records",
        status: "Enabled",
        filter: { prefix: "" },
        expiration: { days: 2556 },
        noncurrentVersionExpiration: { noncurrentDays: 1 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      },
    ]);
  });

  it("R-SEC-7 lets nobody lift a lock, even where the bucket is let go, unless the fleet is thrown away", async () => {
    const refusal = {
      Sid: "LocksHold",
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: "s3:BypassGovernanceRetention",
      Resource: "arn:aws:s3:::fleet-records/*",
    };
    deepEqual(statement(await policyOf(), "LocksHold"), refusal);
    deepEqual(statement(await policyOf({ retention: "released" }), "LocksHold"), refusal);
    const discarded = await policyOf({ retention: "discarded" });
    throws(() => statement(discarded, "LocksHold"), /no statement LocksHold/);
  });

  it("R-SEC-7 keeps its records when its stack is destroyed, until they are let go", async () => {
    deepEqual(keeping(named(await bucket(), "records-objects", "Bucket")), kept);
    deepEqual(keeping(named(await bucket({ retention: "released" }), "records-objects", "Bucket")), released);
  });
});
