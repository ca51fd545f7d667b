import { deepEqual } from "node:assert/strict";
import { CellLogBucket } from "../../../components/storage/cell-log-bucket.ts";
import { declared, named, statement } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const resources = () => declared(() => new CellLogBucket("logs", { plan: cellPlan("us-1"), retention: "kept" }));

describe("CellLogBucket", () => {
  it("R-INF-3 takes access logs from S3's logging service, for buckets of this account alone", async () => {
    const { Principal, Action, Condition } = statement(
      named(await resources(), "logs-objects-policy"),
      "AccessLogDelivery",
    );
    deepEqual([Principal, Action], [{ Service: "logging.s3.amazonaws.com" }, "s3:PutObject"]);
    deepEqual(Condition, { StringEquals: { "aws:SourceAccount": "111122223333" } });
  });

  it("is encrypted with S3's own keys, the only ones that access logs are delivered with", async () => {
    deepEqual(named(await resources(), "logs-objects-encryption").inputs["rules"], [
      { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
    ]);
  });

  it("forgets logs after the days of the plan", async () => {
    const [rule] = named(await resources(), "logs-lifecycle").inputs["rules"] as readonly Record<string, unknown>[];
    deepEqual([rule?.["expiration"], rule?.["noncurrentVersionExpiration"]], [{ days: 365 }, { noncurrentDays: 365 }]);
  });
});
