import { deepEqual, equal, match } from "node:assert/strict";
import { eventLine } from "../../../application/sample/metrics.ts";
import { CellUsage } from "../../../components/billing/cell-usage.ts";
import { ownUsageStatement } from "../../../components/billing/usage-statements.ts";
import { arnOf, declared, keeping, kept, named, shortNames, statement } from "../../support/declared.ts";
import { cellPlan, tenantPlan } from "../../support/plans.ts";

const usage = () => {
  const { usage: plan, cell } = cellPlan("us-1");
  return declared(
    () => new CellUsage("usage", { plan, cell, kmsKeyArn: arnOf("kms"), logBucketName: "logs", retention: "kept" }),
  );
};
interface Destination {
  readonly prefix: string;
  readonly errorOutputPrefix: string;
  readonly kmsKeyArn: string;
  readonly bufferingSize: number;
}

describe("CellUsage", () => {
  it("R-BIL-1 leads events from a bus through a stream to a bucket, and loses none that fails", async () => {
    deepEqual(shortNames(await usage()), [
      "EventBus usage",
      "BucketLifecycleConfiguration usage-bucket-lifecycle",
      "BucketLogging usage-bucket-logging",
      "Bucket usage-bucket-objects",
      "BucketServerSideEncryptionConfiguration usage-bucket-objects-encryption",
      "BucketOwnershipControls usage-bucket-objects-ownership",
      "BucketPolicy usage-bucket-objects-policy",
      "BucketPublicAccessBlock usage-bucket-objects-public-access",
      "BucketVersioning usage-bucket-objects-versioning",
      "Queue usage-dead-letters",
      "EventRule usage-rule",
      "QueuePolicy usage-rule-dead-letters-policy",
      "Role usage-rule-role",
      "RolePolicy usage-rule-role-policy",
      "EventTarget usage-rule-target",
      "FirehoseDeliveryStream usage-stream",
      "LogGroup usage-stream-logs",
      "Role usage-stream-role",
      "RolePolicy usage-stream-role-policy",
    ]);
    const all = await usage();
    deepEqual(keeping(named(all, "usage-bucket-objects", "Bucket")), kept);
    deepEqual(keeping(named(all, "usage-dead-letters")), kept);
    const { deadLetterConfig } = named(all, "usage-rule-target").inputs as { deadLetterConfig: { arn: string } };
    match(deadLetterConfig.arn, /:sqs:.*usage-dead-letters$/);
  });

  it("R-BIL-1 sorts by tenant and day, by what EventBridge says and not by what the event says of itself", async () => {
    const all = await usage();
    const s3 = named(all, "usage-stream").inputs["extendedS3Configuration"] as Destination;
    equal(s3.prefix, "events/tenant=!{partitionKeyFromQuery:tenant}/day=!{partitionKeyFromQuery:day}/");
    match(s3.errorOutputPrefix, /^errors\//);
    deepEqual([s3.bufferingSize, s3.kmsKeyArn], [64, await arnOf("kms")]);
    match(JSON.stringify(s3), /\{tenant: \.source, day: \(\.time \| split\(\\"T\\"\)\[0\]\)\}/);
  });

  it("R-BIL-1 R-ISO-6 lets a workload put events under its own namespace's name alone", () => {
    const { cell } = cellPlan("us-1");
    deepEqual(ownUsageStatement(cell).Condition, {
      StringEquals: { "events:source": "$" + "{aws:PrincipalTag/kubernetes-namespace}" },
    });
    // The rule takes what such a source is, and the document tells the application which is its own.
    equal(tenantPlan("acme-corp").usage.source, "tenant-t7k3m9qd");
  });

  it("R-BIL-1 takes every tenant's event, whatever its type", async () => {
    const { eventPattern } = named(await usage(), "usage-rule").inputs;
    deepEqual(JSON.parse(String(eventPattern)), { source: [{ prefix: "tenant-" }] });
    const line = JSON.parse(eventLine("usage.users", "acme-corp", "1", { amount: 1 }, new Date(0))) as { type: string };
    equal(line.type, "com.example.sample-app.usage.users.v1");
  });

  it("R-BIL-1 keeps what an invoice rests on for seven years, and gives the stream what it needs and no more", async () => {
    const all = await usage();
    const { rules } = named(all, "usage-bucket-lifecycle").inputs as { rules: { expiration: { days: number } }[] };
    equal(rules[0]?.expiration.days, 2557);
    deepEqual(statement(named(all, "usage-rule-role-policy"), "Stream").Action, [
      "firehose:PutRecord",
      "firehose:PutRecordBatch",
    ]);
  });
});
