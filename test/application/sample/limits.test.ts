import { deepEqual, equal, match, ok } from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { z } from "zod";
import { fetchConfiguration } from "../../../application/sample/configuration.ts";
import { applyMigrations } from "../../../automation/configuration/apply-migrations.ts";
import { cellDatabaseNames as names } from "../../../model/naming.ts";
import { type PoolServer, startPoolServer } from "../../support/isolation/pool-server.ts";
import { sampleDocument as documentFor } from "../../support/sample-document.ts";
import { startSample } from "../../support/sample-process.ts";
import { application } from "../../support/tenant-sources.ts";

const root = join(import.meta.dirname, "../../..");
const anyLogin = { host: "localhost", port: 5432, database: "d", user: "u" };

/** Why `data` is not what the event's JSON Schema says; empty where it is. */
function refusalOf(type: string, data: unknown): string {
  const schema = application.events[type]?.schema;
  if (schema === undefined) return `${type} is not listed`;
  const checked = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(data);
  return checked.success ? "" : z.prettifyError(checked.error);
}

describe("the sample application at its limits", function () {
  this.timeout(60_000);
  let server: PoolServer;

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
  });
  after(() => server?.close());

  it("R-BIL-1 emits usage events whose data is what their JSON Schema says, sums once more when it stops", async () => {
    const login = await server.addSharedTenant("p8g8g8g8");
    const sample = await startSample(documentFor("eight", login), login.password);
    equal((await sample.ask("POST", "/usage", { metric: "ai_sessions" })).status, 204);
    equal((await sample.ask("POST", "/usage", { metric: "custom_features", feature: "reports" })).status, 204);
    equal((await sample.ask("POST", "/usage", { metric: "custom_features", feature: "advanced_ai" })).status, 403);
    equal(await sample.stop(), 0);
    const events = sample.lines.filter((line) => line["specversion"] === "1.0");
    deepEqual([...new Set(events.map(({ type, data }) => refusalOf(String(type), data)))], [""]);
    ok(refusalOf("com.example.sample-app.usage.users.v1", { amount: -1, unit: "users" }) !== "");
    const amounts = Object.fromEntries(
      events.map(({ type, data }) => [String(type).split("usage.")[1], (data as { amount: number }).amount]),
    );
    ok((amounts["bandwidth.v1"] ?? 0) > 100);
    deepEqual(
      { ...amounts, "bandwidth.v1": 0 },
      {
        "users.v1": 0,
        "storage.v1": 0,
        "ai_sessions.v1": 1,
        "custom_features.v1": 1,
        "api_requests.v1": 3,
        "bandwidth.v1": 0,
      },
    );
  });

  it("R-BIL-2 serves beyond the month's sessions while the grace lasts, says until when, and offers more", async () => {
    const login = await server.addSharedTenant("p5d5d5d5");
    const document = {
      ...documentFor("four", login),
      enforcement: { hard_limits: true, grace_period_hours: 24, upgrade_prompts: true },
    };
    const sample = await startSample(document, login.password);
    const use = () => sample.ask("POST", "/usage", { metric: "ai_sessions" });
    deepEqual([(await use()).status, (await use()).status], [204, 204]);
    const over = await use();
    equal(over.status, 200);
    const { refused_from: from, upgrade } = over.body as { refused_from: string; upgrade: string };
    const hours = (Date.parse(from) - Date.now()) / 3_600_000;
    ok(hours > 23 && hours <= 24, from);
    match(upgrade, /larger tier/);
    equal(await sample.stop(), 0);
  });

  it("R-API-1 R-BIL-2 refuses the request after the window's last, whichever process it comes to", async () => {
    const login = await server.addSharedTenant("p6e6e6e6");
    const document = { ...documentFor("five", login), api: { window_seconds: 3600, requests_per_window: 3 } };
    const pods = await Promise.all([startSample(document, login.password), startSample(document, login.password)]);
    const statuses = [];
    for (let n = 0; n < 5; n++) statuses.push((await pods[n % 2]?.ask("GET", "/account"))?.status);
    deepEqual(statuses, [200, 200, 200, 429, 429]);
    for (const pod of pods) equal(await pod.stop(), 0);
  });

  it("R-SUP-1 shows what the tier's support is, and refuses the user after the last that was sold", async () => {
    const login = await server.addSharedTenant("p7f7f7f7");
    const sample = await startSample(documentFor("six", login), login.password);
    const account = await sample.ask("GET", "/account", undefined, { "x-user": "user0" });
    deepEqual((account.body as { support: unknown }).support, { level: "community" });
    for (let n = 1; n < 5; n++) await sample.ask("GET", "/account", undefined, { "x-user": `user${n}` });
    equal((await sample.ask("GET", "/account", undefined, { "x-user": "user5" })).status, 403);
    equal((await sample.ask("GET", "/account", undefined, { "x-user": "user4" })).status, 200);
    equal(await sample.stop(), 0);
  });

  it("R-APP-2 reads its configuration from the agent beside it, and waits until the agent has it", async () => {
    let asked = 0;
    const agent = createServer((_request, response) => {
      asked++;
      response.writeHead(asked < 3 ? 404 : 200).end(asked < 3 ? "" : JSON.stringify(documentFor("seven", anyLogin)));
    });
    await new Promise<void>((resolve) => agent.listen(0, "127.0.0.1", resolve));
    const { port } = agent.address() as AddressInfo;
    const read = await fetchConfiguration(`http://127.0.0.1:${port}/applications/a/environments/b/configurations/c`, 1);
    deepEqual([read.tenant.id, asked], ["seven", 3]);
    await new Promise((resolve) => agent.close(resolve));
  });
});
