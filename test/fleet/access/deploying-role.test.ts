import { deepEqual, equal, throws } from "node:assert/strict";
import { deployingRolePolicy } from "../../../fleet/access/deploying-role.ts";

const scope = { partition: "aws", accountId: "111122223333", region: "us-east-1", namePrefix: "acme-production" };
const bucket = "aws:s3/bucket:Bucket";

describe("deployingRolePolicy", () => {
  it("R-SEC-4 names only buckets of the fleet, and only what a declared bucket needs", () => {
    const [session, storage, ...others] = deployingRolePolicy(
      [bucket, bucket, "kubernetes:core/v1:Namespace"],
      scope,
    ).Statement;
    deepEqual(session, { Effect: "Allow", Action: ["sts:GetCallerIdentity"], Resource: ["*"] });
    deepEqual(storage?.Resource, ["arn:aws:s3:::acme-production-*"]);
    equal(storage?.Action.includes("s3:CreateBucket"), true);
    equal(storage?.Action.includes("s3:PutBucketPolicy"), false);
    deepEqual(others, []);
  });

  it("R-SEC-4 adds what a policy on the bucket needs once one is declared", () => {
    const policy = deployingRolePolicy([bucket, "aws:s3/bucketPolicy:BucketPolicy"], scope);
    equal(policy.Statement[1]?.Action.includes("s3:PutBucketPolicy"), true);
  });

  it("reads the master user's secret only where a database server is declared", () => {
    const reads = (types: readonly string[]) =>
      deployingRolePolicy(types, scope).Statement.some(({ Action }) =>
        Action.includes("secretsmanager:GetSecretValue"),
      );
    equal(reads(["aws:rds/instance:Instance"]), true);
    equal(reads(["aws:rds/subnetGroup:SubnetGroup"]), false);
  });

  it("refuses a type that nobody listed, naming it and where to add it", () => {
    throws(() => deployingRolePolicy(["aws:lightsail/bucket:Bucket", bucket], scope), {
      name: "RangeError",
      message: "no access is listed for aws:lightsail/bucket:Bucket; add it in fleet/access/actions/",
    });
  });
});
