import { deepEqual, equal } from "node:assert/strict";
import { TenantBucket } from "../../../components/storage/tenant-bucket.ts";
import type { BucketPlan } from "../../../model/plan/bucket-plan.ts";
import { arnOf, declared, named, shortNames } from "../../support/declared.ts";

const plan: BucketPlan = {
  bucketName: "fleet-tenant-t7k3m9qd-data",
  versioning: true,
  archiveAfterDays: 90,
  deleteAfterDays: 2555,
  abortMultipartAfterDays: 7,
  accessLogPrefix: "tenant-t7k3m9qd/",
};
const bucket = (more: Partial<BucketPlan> = {}) =>
  declared(
    () =>
      new TenantBucket("acme", {
        plan: { ...plan, ...more },
        partition: "aws",
        retention: "kept",
        kmsKeyArn: arnOf("kms"),
        logBucketName: "cell-logs",
      }),
  );

describe("TenantBucket", () => {
  it("R-INF-3 R-ISO-5 declares a private bucket of the tenant's own with lifecycle and access logs", async () => {
    const resources = await bucket();
    deepEqual(shortNames(resources), [
      "BucketLifecycleConfiguration acme-lifecycle",
      "BucketLogging acme-logging",
      "Bucket acme-objects",
      "BucketServerSideEncryptionConfiguration acme-objects-encryption",
      "BucketOwnershipControls acme-objects-ownership",
      "BucketPolicy acme-objects-policy",
      "BucketPublicAccessBlock acme-objects-public-access",
      "BucketVersioning acme-objects-versioning",
    ]);
    equal(named(resources, "acme-objects").inputs["bucket"], "fleet-tenant-t7k3m9qd-data");
  });

  it("R-INF-3 archives to a class that answers at once, and deletes old versions and records, never live objects", async () => {
    const everything = { status: "Enabled", filter: { prefix: "" } };
    deepEqual(named(await bucket(), "acme-lifecycle").inputs["rules"], [
      { ...everything, id: "archive", transitions: [{ days: 90, storageClass: "GLACIER_IR" }] },
      { ...everything, id: "old-versions", noncurrentVersionExpiration: { noncurrentDays: 2555 } },
      { id: "records", status: "Enabled", filter: { prefix: "records/" }, expiration: { days: 2555 } },
      { ...everything, id: "abandoned-uploads", abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } },
    ]);
  });

  it("R-INF-3 logs access to the cell's bucket under the tenant's prefix", async () => {
    const { targetBucket, targetPrefix } = named(await bucket(), "acme-logging").inputs;
    deepEqual([targetBucket, targetPrefix], ["cell-logs", "tenant-t7k3m9qd/"]);
  });

  it("R-INF-3 locks objects where a framework demands it, and only there", async () => {
    const locked = await bucket({ objectLock: { mode: "COMPLIANCE", retentionDays: 365 } });
    deepEqual(named(locked, "acme-lock").inputs["rule"], { defaultRetention: { mode: "COMPLIANCE", days: 365 } });
    equal(named(locked, "acme-objects").inputs["objectLockEnabled"], true);
    const without = await bucket();
    equal(named(without, "acme-objects").inputs["objectLockEnabled"], undefined);
    deepEqual(
      without.filter(({ name }) => name === "acme-lock"),
      [],
    );
  });
});
