import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { SecretReference } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "datadog",
  title: "Datadog",
  purpose: "monitoring",
  documentation:
    "https://docs.datadoghq.com/logs/guide/send-aws-services-logs-with-the-datadog-kinesis-firehose-destination/",
  settings: z.strictObject({
    site: z
      .enum(["datadoghq.com", "datadoghq.eu", "us3.datadoghq.com", "us5.datadoghq.com", "ap1.datadoghq.com"])
      .meta({ description: "The organisation's site.", examples: ["datadoghq.eu"] }),
    api_key: SecretReference.meta({ description: 'An API key, by its name; the value is JSON: {"api_key": …}.' }),
  }),
  proof: {
    kind: "exercised",
    against: "a local intake of Firehose's requests; a test takes the stream's part, with the declared settings",
  },
  connect: (settings) => ({
    kind: "log_stream",
    protocol: "http",
    url: `https://aws-kinesis-http-intake.logs.${settings.site}/v1/input`,
    secretName: settings.api_key.secret,
  }),
});
