import { deepEqual, equal } from "node:assert/strict";
import { TenantBucket } from "../../../components/storage/tenant-bucket.ts";
import { TenantBucketReplica } from "../../../components/storage/tenant-bucket-replica.ts";
import { arnOf, declared, named, statement } from "../../support/declared.ts";
import { tenantPlan } from "../../support/plans.ts";

const { bucket, cell } = tenantPlan("northwind-freight");
const { replica } = bucket;
const both = () =>
  declared(() => {
    if (replica === undefined) throw new Error("the enterprise tier has a copy in another Region");
    const kmsKeyArn = arnOf("kms");
    const source = new TenantBucket("acme", {
      plan: bucket,
      partition: "aws",
      retention: "kept",
      kmsKeyArn,
      logBucketName: "cell-logs",
    });
    new TenantBucketReplica("copy", {
      plan: replica,
      cell,
      retention: "kept",
      source,
      sourceKeyArn: kmsKeyArn,
      replicaKeyArn: "arn:aws:kms:us-west-2:111122223333:key/copy",
      permissionsBoundaryArn: arnOf("iam"),
    });
  });

describe("TenantBucketReplica", () => {
  it("R-INF-3 copies into a bucket of the recovery Region, encrypted with a key of that Region", async () => {
    const resources = await both();
    const copy = named(resources, "copy-objects");
    deepEqual([copy.inputs["region"], copy.inputs["bucket"]], ["us-west-2", replica?.bucketName]);
    const [rule] = named(resources, "copy-rules").inputs["rules"] as readonly Record<string, unknown>[];
    deepEqual(rule?.["destination"], {
      bucket: `arn:aws:s3:::${replica?.bucketName}`,
      storageClass: "STANDARD_IA",
      encryptionConfiguration: { replicaKmsKeyId: "arn:aws:kms:us-west-2:111122223333:key/copy" },
    });
    equal(named(resources, "copy-rules").inputs["bucket"], bucket.bucketName);
  });

  it("waits for versions on either side, without which S3 refuses to replicate", async () => {
    const dependencies = named(await both(), "copy-rules").options.dependencies ?? [];
    deepEqual(
      dependencies.map((urn) => urn.split("::").at(-1)).filter((name) => name?.endsWith("-versioning")),
      ["acme-objects-versioning", "copy-objects-versioning"],
    );
  });

  it("R-SEC-4 gives the copier the two buckets and the two keys, and no more", async () => {
    const policy = named(await both(), "copy-role-policy");
    const name = bucket.bucketName;
    deepEqual(statement(policy, "Source").Resource, `arn:aws:s3:::${name}`);
    deepEqual(statement(policy, "SourceVersions").Resource, `arn:aws:s3:::${name}/*`);
    deepEqual(statement(policy, "Copy").Resource, `arn:aws:s3:::${replica?.bucketName}/*`);
    deepEqual(statement(policy, "Read").Resource, arnOf("kms"));
    deepEqual(statement(policy, "Write").Resource, "arn:aws:kms:us-west-2:111122223333:key/copy");
  });
});
