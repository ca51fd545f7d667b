import { deepEqual, equal, match } from "node:assert/strict";
import { named, statement } from "../../support/declared.ts";
import { declaredBy, shortly } from "../../support/declared-connections.ts";
import { enterpriseWith } from "../../support/enterprise-with.ts";

describe("LogStream", () => {
  it("R-INT-5 streams each log group to Datadog, with a key that the stream itself reads", async () => {
    const plan = enterpriseWith("datadog: { site: datadoghq.eu, api_key: { secret: datadog-key } }");
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
});
