import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { SecretReference } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "new_relic",
  title: "New Relic",
  purpose: "monitoring",
  documentation: "https://docs.newrelic.com/docs/logs/forward-logs/stream-logs-using-kinesis-data-firehose/",
  settings: z.strictObject({
    region: z.enum(["us", "eu"]).meta({ description: "Where the account's data is.", examples: ["eu"] }),
    api_key: SecretReference.meta({ description: 'A licence key, by its name; the value is JSON: {"api_key": …}.' }),
  }),
  proof: {
    kind: "exercised",
    against: "a local intake of Firehose's requests; a test takes the stream's part, with the declared settings",
  },
  connect: (settings) => ({
    kind: "log_stream",
    protocol: "http",
    url:
      settings.region === "eu"
        ? "https://aws-api.eu01.nr-data.net/firehose/v1"
        : "https://aws-api.newrelic.com/firehose/v1",
    secretName: settings.api_key.secret,
  }),
});
