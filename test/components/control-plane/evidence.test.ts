import { deepEqual, equal, throws } from "node:assert/strict";
import { Evidence } from "../../../components/control-plane/evidence.ts";
import type { Retention } from "../../../components/retention.ts";
import { planControlPlane } from "../../../model/plan/plan-control-plane.ts";
import { arnOf, declared, keeping, kept, named, released, shortNames, statement } from "../../support/declared.ts";
import { fleet } from "../../support/tenant-sources.ts";

const plan = planControlPlane(fleet, []);
const bucketArn = "arn:aws:s3:::tenantry-sandbox-control-plane-111122223333-evidence";
const evidence = (retention: Retention = "kept", organizationId?: string) =>
  declared(() => {
    const trail = { ...plan.trail, ...(organizationId === undefined ? {} : { organizationId }) };
    new Evidence("evidence", { plan: { ...plan, trail }, retention, kmsKeyArn: arnOf("kms") });
  });

describe("Evidence", () => {
  it("R-SEC-7 records management events of every Region in a private bucket, signed and encrypted", async () => {
    const all = await evidence();
    deepEqual(shortNames(all), [
      "BucketLifecycleConfiguration evidence-bucket-lifecycle",
      "BucketObjectLockConfiguration evidence-bucket-lock",
      "Bucket evidence-bucket-objects",
      "BucketServerSideEncryptionConfiguration evidence-bucket-objects-encryption",
      "BucketOwnershipControls evidence-bucket-objects-ownership",
      "BucketPolicy evidence-bucket-objects-policy",
      "BucketPublicAccessBlock evidence-bucket-objects-public-access",
      "BucketVersioning evidence-bucket-objects-versioning",
      "Trail evidence-trail",
    ]);
    const trail = named(all, "evidence-trail").inputs;
    deepEqual(
      [trail["isMultiRegionTrail"], trail["includeGlobalServiceEvents"], trail["enableLogFileValidation"]],
      [true, true, true],
    );
    deepEqual([trail["kmsKeyId"], trail["s3BucketName"]], [arnOf("kms"), plan.evidence.bucketName]);
  });

  it("R-SEC-7 locks what is recorded for seven years, and survives a destroy unless released", async () => {
    const all = await evidence();
    const seven = { mode: "GOVERNANCE", days: 2555 };
    deepEqual(named(all, "evidence-bucket-lock").inputs["rule"], { defaultRetention: seven });
    const bucket = named(all, "evidence-bucket-objects");
    deepEqual(
      [bucket.inputs["objectLockEnabled"], bucket.inputs["forceDestroy"], keeping(bucket)],
      [true, false, kept],
    );
    deepEqual(keeping(named(await evidence("released"), "evidence-bucket-objects")), released);
  });

  it("R-SEC-7 lets nobody lift a lock, as long as the fleet is not thrown away as a whole", async () => {
    for (const retention of ["kept", "released"] as const) {
      const hold = statement(named(await evidence(retention), "evidence-bucket-objects-policy"), "LocksHold");
      deepEqual(
        [hold.Effect, hold.Principal, hold.Action, hold.Resource],
        ["Deny", { AWS: "*" }, "s3:BypassGovernanceRetention", `${bucketArn}/*`],
      );
    }
    const discarded = named(await evidence("discarded"), "evidence-bucket-objects-policy");
    throws(() => statement(discarded, "LocksHold"), /no statement LocksHold/);
  });

  it("R-SEC-7 takes in the records of this trail alone, and of a whole organisation only where one is named", async () => {
    const writes = async (organizationId?: string) => {
      const all = await evidence("kept", organizationId);
      const { Resource, Condition } = statement(named(all, "evidence-bucket-objects-policy"), "TrailWrites");
      deepEqual(Condition, {
        StringEquals: {
          "aws:SourceArn": `arn:aws:cloudtrail:us-east-1:111122223333:trail/${plan.trail.trailName}`,
          "s3:x-amz-acl": "bucket-owner-full-control",
        },
      });
      return [Resource, named(all, "evidence-trail").inputs["isOrganizationTrail"]];
    };
    const own = `${bucketArn}/AWSLogs/111122223333/*`;
    deepEqual(await writes(), [[own], false]);
    deepEqual(await writes("o-a1b2c3d4e5"), [[own, `${bucketArn}/AWSLogs/o-a1b2c3d4e5/*`], true]);
    equal(plan.trail.organizationId, undefined);
  });
});
