import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { HttpsUrl, SecretReference } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "splunk",
  title: "Splunk",
  purpose: "monitoring",
  documentation: "https://docs.splunk.com/Documentation/AddOns/released/Firehose/About",
  settings: z.strictObject({
    collector_url: HttpsUrl.describe("The HTTP Event Collector."),
    hec_token: SecretReference.meta({
      description: 'The collector\'s token, by its name; the value is JSON: {"hec_token": …}.',
    }),
  }),
  proof: {
    kind: "exercised",
    against: "a local HTTP Event Collector; a test takes the stream's part, with the declared settings",
  },
  connect: (settings) => ({
    kind: "log_stream",
    protocol: "splunk",
    url: settings.collector_url,
    secretName: settings.hec_token.secret,
  }),
});
