import { deepEqual, equal } from "node:assert/strict";
import { MetricArchive } from "../../../components/monitoring/metric-archive.ts";
import type { Retention } from "../../../components/retention.ts";
import { arnOf, declared, keeping, kept, named, released, statement } from "../../support/declared.ts";
import { cellPlan } from "../../support/plans.ts";

const { cell, monitoring } = cellPlan("us-1");
const archive = (retention: Retention = "kept") =>
  declared(() => {
    const { archive: plan } = monitoring;
    if (plan === undefined) throw new Error("the cell has no archive");
    new MetricArchive("metrics", { plan, cell, retention, kmsKeyArn: arnOf("kms"), logBucketName: "logs" });
  });

describe("MetricArchive", () => {
  it("R-MON-1 streams the application's metrics into an encrypted bucket, and forgets them when the tier says", async () => {
    const resources = await archive();
    const { includeFilters, firehoseArn } = named(resources, "metrics-stream", "MetricStream").inputs;
    deepEqual(includeFilters, [{ namespace: "sample-app" }]);
    equal(String(firehoseArn).includes(":deliverystream/tenantry-sandbox-cell-us-1-metrics"), true);
    const [rule] = named(resources, "metrics-lifecycle").inputs["rules"] as { expiration: unknown }[];
    deepEqual(rule?.expiration, { days: 90 });
    const { extendedS3Configuration } = named(resources, "metrics-delivery").inputs;
    equal((extendedS3Configuration as { kmsKeyArn: string }).kmsKeyArn, arnOf("kms"));
  });

  it("R-SEC-2 lets the stream write to its delivery alone, and the delivery to its bucket alone", async () => {
    const resources = await archive();
    const stream = statement(named(resources, "metrics-stream-role-policy"), "Deliver");
    deepEqual(stream.Action, ["firehose:PutRecord", "firehose:PutRecordBatch"]);
    equal(String(stream.Resource).endsWith("deliverystream/tenantry-sandbox-cell-us-1-metrics"), true);
    const bucket = statement(named(resources, "metrics-delivery-role-policy"), "Bucket");
    const arn = "arn:aws:s3:::tenantry-sandbox-cell-us-1-111122223333-metrics";
    deepEqual(bucket.Resource, [arn, `${arn}/*`]);
  });

  it("keeps what is archived until it is released", async () => {
    deepEqual(keeping(named(await archive(), "metrics-objects", "Bucket")), kept);
    deepEqual(keeping(named(await archive("released"), "metrics-objects", "Bucket")), released);
  });
});
