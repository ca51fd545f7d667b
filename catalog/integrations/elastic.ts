import { z } from "zod";
import { integration } from "../../model/integration.ts";
import { HttpsUrl, SecretReference } from "../../model/specs/integration-settings.ts";

export const product = integration({
  id: "elastic",
  title: "Elastic",
  purpose: "monitoring",
  documentation: "https://www.elastic.co/docs/reference/aws-firehose",
  settings: z.strictObject({
    endpoint_url: HttpsUrl.describe("The deployment's endpoint."),
    api_key: SecretReference.meta({ description: 'An API key, by its name; the value is JSON: {"api_key": …}.' }),
  }),
  proof: {
    kind: "exercised",
    against: "a local intake of Firehose's requests; a test takes the stream's part, with the declared settings",
  },
  connect: (settings) => ({
    kind: "log_stream",
    protocol: "http",
    url: settings.endpoint_url,
    secretName: settings.api_key.secret,
  }),
});
