import { deepEqual, equal } from "node:assert/strict";
import { CellTrail } from "../../../components/audit/cell-trail.ts";
import type { Retention } from "../../../components/retention.ts";
import { synthesise } from "../../../fleet/synth/synthesise.ts";
import { cellPlan } from "../../support/plans.ts";

const trail = async (retention: Retention = "kept") => {
  const { audit: plan, cell } = cellPlan("us-1");
  const args = { plan, cell, retention, kmsKeyArn: "arn:key", logBucketName: "logs" };
  const { resources } = await synthesise(
    () => {
      new CellTrail("trail", args);
      return {};
    },
    { stack: "cell-us-1" },
  );
  const inputsOf = (name: string) =>
    resources.find((resource) => resource.name === name && resource.type.startsWith("aws:"))?.inputs ?? {};
  return { resources, inputsOf };
};
const statements = (policy: unknown) =>
  (JSON.parse(String(policy)) as { Statement: readonly { readonly Sid: string; readonly Condition?: object }[] })
    .Statement;

describe("CellTrail", () => {
  it("R-SEC-7 records management events, keys' use among them, and each read and write of tenants' objects", async () => {
    const { inputsOf } = await trail();
    const { advancedEventSelectors, ...rest } = inputsOf("trail");
    deepEqual(
      (advancedEventSelectors as { fieldSelectors: unknown }[]).map(({ fieldSelectors }) => fieldSelectors),
      [
        [{ field: "eventCategory", equals: ["Management"] }],
        [
          { field: "eventCategory", equals: ["Data"] },
          { field: "resources.type", equals: ["AWS::S3::Object"] },
          { field: "resources.ARN", startsWiths: ["arn:aws:s3:::tenantry-sandbox-tenant-"] },
        ],
      ],
    );
    equal(rest["enableLogFileValidation"], true);
    equal(rest["isMultiRegionTrail"], true);
    equal(rest["kmsKeyId"], "arn:key");
  });

  it("R-SEC-7 locks records for a year, and nobody lifts a lock unless the fleet is thrown away", async () => {
    const { inputsOf } = await trail();
    deepEqual(inputsOf("trail-bucket-lock")["rule"], { defaultRetention: { mode: "GOVERNANCE", days: 365 } });
    const sids = (policy: unknown) => statements(policy).map(({ Sid }) => Sid);
    deepEqual(sids(inputsOf("trail-bucket-objects-policy")["policy"]), [
      "TlsOnly",
      "TlsVersion",
      "TrailLooks",
      "TrailWrites",
      "LocksHold",
    ]);
    const discarded = await trail("discarded");
    deepEqual(sids(discarded.inputsOf("trail-bucket-objects-policy")["policy"]).includes("LocksHold"), false);
  });

  it("R-SEC-7 lets that trail alone write, and nothing but its own account's records", async () => {
    const { inputsOf } = await trail();
    const write = statements(inputsOf("trail-bucket-objects-policy")["policy"]).find(
      ({ Sid }) => Sid === "TrailWrites",
    );
    deepEqual(write, {
      Sid: "TrailWrites",
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: ["arn:aws:s3:::tenantry-sandbox-cell-us-1-111122223333-trail/AWSLogs/111122223333/*"],
      Condition: {
        StringEquals: {
          "aws:SourceArn": "arn:aws:cloudtrail:us-east-1:111122223333:trail/tenantry-sandbox-cell-us-1-trail",
          "s3:x-amz-acl": "bucket-owner-full-control",
        },
      },
    });
  });
});
