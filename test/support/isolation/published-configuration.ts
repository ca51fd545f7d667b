import { deepEqual, equal, ok } from "node:assert/strict";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { readApplication } from "../../../application/index.ts";
import type { Sandbox } from "../../../sandbox/index.ts";
import { type SampleProcess, startSample } from "../sample-process.ts";
import { callCluster } from "./cluster-call.ts";
import type { ConnectionDocument } from "./connection-document.ts";

const reading = readApplication(join(import.meta.dirname, "../../.."));

/** What a workload's container is told: its environment. */
type Container = { readonly name: string; readonly env?: readonly { readonly name: string; readonly value: string }[] };

/** Where the tenant's own pods find their document, as their Deployment says. */
async function configurationPlace({ kubernetes }: ConnectionDocument, name: string) {
  const { body } = await callCluster(kubernetes, {
    method: "GET",
    path: `/apis/apps/v1/namespaces/${kubernetes.namespace}/deployments/${name}`,
  });
  const { template } = body["spec"] as { template: { spec: { containers: readonly Container[] } } };
  const container = template.spec.containers.find((candidate) => candidate.name === name);
  const url = container?.env?.find((variable) => variable.name === "CONFIGURATION_URL")?.value ?? "";
  const parts = /\/applications\/([^/]+)\/environments\/([^/]+)\/configurations\/([^/]+)$/.exec(url);
  ok(parts, url);
  const [, application = "", environment = "", profile = ""] = parts;
  return { application, environment, profile };
}

/** The document that a tenant publishes, as AppConfig hands it out; held to the JSON Schema of `application.yaml`. */
async function publishedConfiguration(document: ConnectionDocument, sandbox: Sandbox): Promise<unknown> {
  ok(reading.kind === "read");
  const { name, configuration } = reading.application.spec;
  const place = await configurationPlace(document, name);
  const text = String(await sandbox.call("aws", "appconfig.getLatestConfiguration", place));
  const schema = z.fromJSONSchema(configuration as Parameters<typeof z.fromJSONSchema>[0]);
  const checked = schema.safeParse(JSON.parse(text));
  equal(checked.success ? "" : z.prettifyError(checked.error), "");
  // Its twin: a schema that takes everything would prove nothing.
  equal(schema.safeParse({ ...(JSON.parse(text) as object), unknown: 1 }).success, false);
  return JSON.parse(text);
}

/** Runs the sample application as a tenant's workload, and has it keep a document. */
export async function runApplication(document: ConnectionDocument, sandbox: Sandbox): Promise<void> {
  const sample = await startSample(await publishedConfiguration(document, sandbox), document.postgres.password);
  try {
    await becomesReady(sample);
    const made = await sample.ask("POST", "/documents", { title: `of ${document.tenant}` });
    equal(made.status, 201);
    const { document_id: id } = made.body as { readonly document_id: string };
    const listed = (await sample.ask("GET", "/documents")).body as readonly { readonly title: string }[];
    deepEqual(
      listed.map(({ title }) => title).filter((title) => title.startsWith("of ")),
      [`of ${document.tenant}`],
    );
    equal((await sample.ask("DELETE", `/documents/${id}`)).status, 204);
  } finally {
    equal(await sample.stop(), 0);
  }
}

const patienceMillis = 15_000;

/**
 * As Kubernetes asks until it is: the tenant's few connections may still be held by a session that has just ended.
 */
async function becomesReady(sample: SampleProcess): Promise<void> {
  const end = Date.now() + patienceMillis;
  let last = await sample.ask("GET", "/readyz");
  while (last.status !== 200 && Date.now() < end) {
    await sleep(200);
    last = await sample.ask("GET", "/readyz");
  }
  equal(last.status, 200, JSON.stringify([last.body, sample.lines.slice(-5)]));
}
