import { deepEqual, equal, ok } from "node:assert/strict";
import { integrations } from "../../../catalog/integrations/index.ts";
import { named } from "../../support/declared.ts";
import { declaredTenant } from "../../support/declared-tenant.ts";
import { enterpriseWith } from "../../support/enterprise-with.ts";
import { startFirehoseIntake } from "../../support/log-intakes/firehose-intake.ts";
import { forward } from "../../support/log-intakes/forwarder.ts";
import { startSplunkCollector } from "../../support/log-intakes/splunk-collector.ts";
import { sampleDocument } from "../../support/sample-document.ts";
import { startSample } from "../../support/sample-process.ts";

const accessKey = "known to its owner and to the product alone";
/** Product → its settings, and the path at which it takes what Firehose sends. */
const httpIntakes = {
  datadog: ["site: datadoghq.eu", "/v1/input"],
  elastic: ['endpoint_url: "https://acme.es.example/intake"', "/intake"],
  new_relic: ["region: eu", "/firehose/v1"],
} as const;

/** Lines that the sample application wrote as a process of its own, whose database refuses it. */
async function linesOfSample(): Promise<readonly string[]> {
  const nowhere = { host: "127.0.0.1", port: 1, database: "none", user: "nobody" };
  const sample = await startSample(sampleDocument("acme-corp", nowhere), "");
  await sample.ask("GET", "/documents");
  await sample.stop();
  return sample.lines.filter(({ category }) => category === "application").map((line) => JSON.stringify(line));
}

async function streamOf(product: string, settings: string) {
  const plan = enterpriseWith(`${product}: { ${settings} }`);
  const logical = `${plan.tenant.id}-${product.replaceAll("_", "-")}`;
  const stream = named(await declaredTenant(plan), logical, "FirehoseDeliveryStream");
  const logGroup = plan.logGroups.find(({ category }) => category === "application")?.logGroupName ?? "";
  return { stream, logGroup };
}

describe("a tenant's logs, sent on as its declared streams say", () => {
  let lines: readonly string[];

  before(async () => {
    lines = await linesOfSample();
    ok(lines.some((line) => line.includes('"level":"ERROR"')));
  });

  for (const [product, [settings, path]] of Object.entries(httpIntakes)) {
    it(`R-INT-5 arrive at ${product}'s intake line by line, and a wrong key is refused, tried again and kept`, async () => {
      const { stream, logGroup } = await streamOf(product, `${settings}, api_key: { secret: its-key }`);
      const intake = await startFirehoseIntake(path, accessKey);
      try {
        const send = (key: string) =>
          forward(stream, {
            fetch: intake.fetch,
            secret: JSON.stringify({ api_key: key }),
            logGroup,
            lines,
            waitsMillis: [1, 1],
          });
        const id = product.replaceAll("_", "-");
        deepEqual(await send("wrong"), { kind: "kept", attempts: 3, prefix: `undelivered/${id}/` });
        deepEqual([...intake.lines], []);
        // One request, tried again: a product can tell it from another.
        equal(new Set(intake.calls.map(({ headers }) => headers["x-amz-firehose-request-id"])).size, 1);
        deepEqual(await send(accessKey), { kind: "delivered", attempts: 1 });
        deepEqual([...intake.lines], [[logGroup, lines]]);
        ok(intake.calls.every(({ headers }) => headers["content-encoding"] === "gzip"));
      } finally {
        await intake.close();
      }
    });
  }

  it("R-INT-5 arrive at Splunk's collector as events of their own, and a wrong token is refused, tried again and kept", async () => {
    const { stream, logGroup } = await streamOf(
      "splunk",
      'collector_url: "https://http-inputs-acme.splunk.example", hec_token: { secret: its-key }',
    );
    const collector = await startSplunkCollector(accessKey);
    try {
      const send = (token: string) =>
        forward(stream, {
          fetch: collector.fetch,
          secret: JSON.stringify({ hec_token: token }),
          logGroup,
          lines,
          waitsMillis: [1, 1],
        });
      deepEqual(await send("wrong"), { kind: "kept", attempts: 3, prefix: "undelivered/splunk/" });
      deepEqual(collector.lines, []);
      deepEqual(await send(accessKey), { kind: "delivered", attempts: 1 });
      deepEqual(collector.lines, lines);
    } finally {
      await collector.close();
    }
  });

  it("R-INT-5 are tried for every product of the catalog that streams logs", () => {
    const monitoring = integrations.names.filter((name) => integrations.find(name)?.purpose === "monitoring");
    deepEqual(monitoring.toSorted(), [...Object.keys(httpIntakes), "splunk"].toSorted());
  });
});
