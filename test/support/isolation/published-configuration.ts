import { deepEqual, equal, ok } from "node:assert/strict";
import { join } from "node:path";
import { z } from "zod";
import { readApplication } from "../../../application/index.ts";
import { startSample } from "../sample-process.ts";
import { resourcePath } from "./cluster-attack.ts";
import { callCluster } from "./cluster-call.ts";
import type { ConnectionDocument } from "./connection-document.ts";

const reading = readApplication(join(import.meta.dirname, "../../.."));

/** The document that a tenant publishes, read as its workload would; held to the JSON Schema of `application.yaml`. */
async function publishedConfiguration({ kubernetes }: ConnectionDocument): Promise<unknown> {
  ok(reading.kind === "read");
  const { name, configuration } = reading.application.spec;
  const { body } = await callCluster(kubernetes, {
    method: "GET",
    path: `${resourcePath(kubernetes.namespace, "configmaps")}/${name}`,
  });
  const { "configuration.json": text = "" } = body["data"] as Readonly<Record<string, string>>;
  const schema = z.fromJSONSchema(configuration as Parameters<typeof z.fromJSONSchema>[0]);
  const checked = schema.safeParse(JSON.parse(text));
  equal(checked.success ? "" : z.prettifyError(checked.error), "");
  // Its twin: a schema that takes everything would prove nothing.
  equal(schema.safeParse({ ...(JSON.parse(text) as object), unknown: 1 }).success, false);
  return JSON.parse(text);
}

/** Runs the sample application as a tenant's workload, and has it keep a document. */
export async function runApplication(document: ConnectionDocument): Promise<void> {
  const sample = await startSample(await publishedConfiguration(document), document.postgres.password);
  try {
    equal((await sample.ask("GET", "/readyz")).status, 200);
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
