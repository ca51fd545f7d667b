import { deepEqual, equal, match } from "node:assert/strict";
import { named, statement } from "../../support/declared.ts";
import { declaredBy, shortly } from "../../support/declared-connections.ts";
import { enterpriseWith } from "../../support/enterprise-with.ts";

const datadog = "datadog: { site: datadoghq.eu, api_key: { secret: datadog-key } }";

describe("LogStream", () => {
  it("R-INT-5 streams each log group to Datadog, with a key that the stream itself reads", async () => {
    const plan = enterpriseWith(datadog);
    const resources = await declaredBy(plan);
    const { inputs } = named(resources, "t-datadog", "FirehoseDeliveryStream");
    const http = JSON.parse(JSON.stringify(inputs["httpEndpointConfiguration"])) as Record<string, unknown>;
    equal(http["url"], "https://aws-kinesis-http-intake.logs.datadoghq.eu/v1/input");
    match(JSON.stringify(http["secretsManagerConfiguration"]), /secret:.*tenant-t7k3m9qd\/datadog-key/);
    equal(
      shortly(resources, "t-datadog").filter((one) => one.startsWith("LogSubscription")).length,
      plan.logGroups.length,
    );
    match(
      JSON.stringify(statement(named(resources, "t-secret-datadog-key", "Secret"), "OtherRoles").Condition),
      new RegExp(plan.connections.connections[0]?.roleName ?? "none"),
    );
  });

  it("R-INT-5 sends Splunk the lines alone, since it takes a log group's compressed documents for an error", async () => {
    const settings = 'splunk: { collector_url: "https://splunk.acme.example", hec_token: { secret: splunk-token } }';
    const { inputs } = named(await declaredBy(enterpriseWith(settings)), "t-splunk", "FirehoseDeliveryStream");
    const { hecEndpointType, processingConfiguration } = inputs["splunkConfiguration"] as {
      readonly hecEndpointType: string;
      readonly processingConfiguration: { readonly processors: readonly { readonly type: string }[] };
    };
    equal(hecEndpointType, "Raw");
    deepEqual(
      processingConfiguration.processors.map(({ type }) => type),
      ["Decompression", "CloudWatchLogProcessing"],
    );
  });

  it("R-LC-4 streams nothing of a suspended tenant, and keeps the stream", async () => {
    const [active, suspended] = await Promise.all([
      declaredBy(enterpriseWith(datadog)),
      declaredBy(enterpriseWith(datadog, "suspended")),
    ]);
    const kept = shortly(active, "t-datadog").filter((one) => !one.startsWith("LogSubscription"));
    deepEqual(shortly(suspended, "t-datadog"), kept);
    equal(kept.includes("FirehoseDeliveryStream t-datadog"), true);
  });

  it("R-INT-5 R-SEC-4 lets the stream write what was not taken, read its one secret, and use the key through both alone", async () => {
    const plan = enterpriseWith(datadog);
    const resources = await declaredBy(plan);
    const policy = named(resources, "t-datadog-role-policy");
    equal(statement(policy, "Undelivered").Resource, `arn:aws:s3:::${plan.bucket.bucketName}/undelivered/*`);
    match(String(statement(policy, "Secret").Resource), /:secret:[^*]*tenant-t7k3m9qd\/datadog-key/);
    deepEqual(statement(policy, "Key").Condition, {
      StringEquals: { "kms:ViaService": ["s3.us-east-1.amazonaws.com", "secretsmanager.us-east-1.amazonaws.com"] },
    });
  });
});
