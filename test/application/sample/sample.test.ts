import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { join } from "node:path";
import { readApplication } from "../../../application/index.ts";
import { applyMigrations } from "../../../automation/configuration/apply-migrations.ts";
import { cellDatabaseNames as names } from "../../../model/naming.ts";
import { type PoolServer, startPoolServer } from "../../support/isolation/pool-server.ts";
import { sampleDocument as documentFor } from "../../support/sample-document.ts";
import { type SampleProcess, startSample } from "../../support/sample-process.ts";

const root = join(import.meta.dirname, "../../..");
const metricsOf = ({ lines }: SampleProcess) => lines.filter((line) => "_aws" in line);
describe("the sample application", function () {
  this.timeout(60_000);
  let server: PoolServer;
  let one: SampleProcess;
  let two: SampleProcess;

  before(async () => {
    server = await startPoolServer();
    await applyMigrations({
      login: await server.login(names.provisioner, names.sharedDatabase),
      folder: join(root, "application/migrations/shared"),
      variables: {
        schema: names.sharedSchema,
        owner: names.applicationOwner,
        group: names.sharedGroup,
        deleter: names.sharedDeleter,
      },
    });
    const logins = [await server.addSharedTenant("p2a2a2a2"), await server.addSharedTenant("p3b3b3b3")] as const;
    [one, two] = await Promise.all([
      startSample(documentFor("one", logins[0]), logins[0].password),
      // Its rows are in the pool, but it measures itself as a tenant of a schema of its own does.
      startSample({ ...documentFor("two", logins[1]), isolation: "schema" }, logins[1].password),
    ]);
  });
  after(async () => {
    await Promise.all([one, two].map((sample) => sample?.stop()));
    await server?.close();
  });

  it("R-APP-1 answers its probes", async () => {
    equal((await one.ask("GET", "/livez")).status, 200);
    equal((await one.ask("GET", "/readyz")).status, 200);
  });

  it("R-APP-1 R-ISO-1 keeps documents for its tenant, and another tenant's process finds none of them", async () => {
    const made = await one.ask("POST", "/documents", { title: "first", body: "words" });
    equal(made.status, 201);
    const { document_id: id } = made.body as { document_id: string };
    deepEqual((await one.ask("GET", `/documents/${id}`)).body, { document_id: id, title: "first", body: "words" });
    equal(
      ((await one.ask("PATCH", `/documents/${id}`, { title: "second" })).body as { title: string }).title,
      "second",
    );
    equal(((await one.ask("GET", "/documents")).body as unknown[]).length, 1);

    deepEqual((await two.ask("GET", "/documents")).body, []);
    for (const method of ["GET", "PATCH", "DELETE"]) {
      equal(
        (await two.ask(method, `/documents/${id}`, method === "PATCH" ? { title: "taken" } : undefined)).status,
        404,
      );
    }
    equal((await one.ask("DELETE", `/documents/${id}`)).status, 204);
    equal((await one.ask("GET", `/documents/${id}`)).status, 404);
  });

  it("refuses what is malformed, doubled or elsewhere, with a status that says whose fault it is", async () => {
    equal((await one.ask("POST", "/documents", { title: "" })).status, 400);
    equal((await one.ask("POST", "/documents", { title: "a", unknown: 1 })).status, 400);
    equal((await one.ask("POST", "/documents", { title: "twice" })).status, 201);
    equal((await one.ask("POST", "/documents", { title: "twice" })).status, 409);
    equal((await one.ask("PUT", "/documents")).status, 405);
    equal((await one.ask("GET", "/documents/not-an-id")).status, 404);
    equal((await one.ask("POST", "/documents", { title: "b", body: "x".repeat(300_000) })).status, 413);
  });

  it("R-APP-2 enforces the month's AI sessions as its configuration sells them, and says when they are used up", async () => {
    const use = () => two.ask("POST", "/usage", { metric: "ai_sessions" });
    deepEqual([(await use()).status, (await use()).status, (await use()).status], [204, 204, 429]);
    equal((await one.ask("POST", "/usage", { metric: "ai_sessions" })).status, 204);
    equal((await two.ask("POST", "/usage", { metric: "ai_requests", model: "claude-3" })).status, 204);
    const reached = two.lines.find(({ type }) => String(type).endsWith("limit.reached.v1"));
    deepEqual(reached?.["data"], { limit: "ai_sessions_per_month", allowed: 2 });
  });

  it("R-APP-2 emits every metric that application.yaml lists for its level, with its unit and dimensions, and no other", async () => {
    await two.ask("GET", "/documents", undefined, { "x-user": "somebody" });
    const reading = readApplication(root);
    ok(reading.kind === "read");
    const declared = Object.entries(reading.application.spec.metrics)
      .filter(([, { emitter, isolation }]) => emitter === "application" && isolation?.includes("schema") === true)
      .map(([name, { unit, dimensions }]) => `${name} ${unit} ${dimensions.join(",")}`);
    const emitted = metricsOf(two).flatMap((line) => {
      const [directive] = (
        line["_aws"] as { CloudWatchMetrics: { Dimensions: string[][]; Metrics: { Name: string; Unit: string }[] }[] }
      ).CloudWatchMetrics;
      return directive?.Metrics.map(({ Name, Unit }) => `${Name} ${Unit} ${directive.Dimensions[0]?.join(",")}`) ?? [];
    });
    deepEqual([...new Set(emitted)].sort(), declared.sort());
    ok(metricsOf(two).every(({ tenant }) => tenant === "two"));
  });

  it("R-APP-2 emits events of the types that application.yaml lists, as CloudEvents", async () => {
    const reading = readApplication(root);
    ok(reading.kind === "read");
    const events = [...one.lines, ...two.lines].filter((line) => line["specversion"] === "1.0");
    const lastly = ["api_requests", "bandwidth", "custom_features"].map(
      (kind) => `com.example.sample-app.usage.${kind}.v1`,
    );
    deepEqual(
      [...new Set(events.map(({ type }) => String(type)))].sort(),
      Object.keys(reading.application.spec.events)
        .filter((type) => !lastly.includes(type))
        .sort(),
    );
    ok(events.every(({ source }) => /^\/sample-app\/(one|two)$/.test(String(source))));
  });

  it("says what is wrong with a configuration document, and does not start", async () => {
    await rejects(
      startSample({ schema_version: 2 }, ""),
      /configuration\.json is not a configuration document of version 1/,
    );
  });

  it("is alive and not ready where its database refuses it, and says so in its metrics", async () => {
    const login = await server.addSharedTenant("p4c4c4c4");
    const refused = await startSample(documentFor("three", login), "wrong");
    equal((await refused.ask("GET", "/livez")).status, 200);
    equal((await refused.ask("GET", "/readyz")).status, 503);
    equal(metricsOf(refused).find((line) => "unready" in line)?.["unready"], 1);
    const failed = await refused.ask("GET", "/documents");
    equal(failed.status, 500);
    match(JSON.stringify(failed.body), /in the log/);
    equal(await refused.stop(), 0);
  });
});
