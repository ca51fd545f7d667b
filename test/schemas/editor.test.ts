import { deepEqual, match, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tenantFileProblems, tenantYaml } from "../support/tenant-yaml.ts";
import { YamlLanguageServer } from "../support/yaml-language-server.ts";

const project = join(import.meta.dirname, "../..");
const modeline = "# yaml-language-server: $schema=../schemas/tenant.schema.json\n";

describe("YAML language server", function () {
  this.timeout(60_000);
  let server: YamlLanguageServer;
  before(async () => {
    server = await YamlLanguageServer.start();
  });
  after(() => server.stop());

  /** Lines with an error, from 1 and without the modeline, as the editor says. */
  async function linesOf(text: string): Promise<readonly number[]> {
    const { diagnostics } = await server.open("tenants/edited.yaml", modeline + text);
    return [...new Set(diagnostics.map(({ range }) => range.start.line))].toSorted((one, other) => one - other);
  }

  const committed = ["tenants", "cells", "tiers", "application"].flatMap((folder) =>
    readdirSync(join(project, folder))
      .filter((file) => file.endsWith(".yaml"))
      .map((file) => `${folder}/${file}`),
  );
  for (const file of [...committed, "fleet.yaml"]) {
    it(`R-TEN-1 finds nothing wrong with ${file}`, async () => {
      const { diagnostics } = await server.open(file, readFileSync(join(project, file), "utf8"));
      deepEqual(
        diagnostics.map(({ range, message }) => `${range.start.line + 1}: ${message}`),
        [],
      );
    });
  }

  const bad: readonly (readonly [string, Readonly<Record<string, string | undefined>>])[] = [
    ["an unknown key", { teir: "free" }],
    ["a missing key", { owner: undefined }],
    ["a wrong type", { compliance: "soc2" }],
    ["a bad id", { id: "Acme_Corp" }],
    ["a reserved id", { id: "postgres" }],
    ["a bad uid", { uid: "T7" }],
    ["a newer schema", { schema_version: "2" }],
    ["an unknown residency", { residency: "mars" }],
    ["an unknown isolation", { placement: "{ cell: us-1, isolation: vm }" }],
    ["an unknown product", { integrations: "{ slak: { channel: C1 } }" }],
    [
      "an exception with a bad end",
      {
        exceptions:
          "[ { gate: a-gate, resource: b, reason: because I said so, approved_by: me@example.com, until: never } ]",
      },
    ],
    ["four things at once", { id: "A", residency: "mars", managed_by: "hand", created: "yesterday" }],
  ];
  for (const [what, changes] of bad) {
    it(`R-TEN-1 reports ${what} at the lines where the loader does`, async () => {
      const text = tenantYaml(changes);
      const loaded = tenantFileProblems(changes, `tenants/${changes["id"] ?? "acme-corp"}.yaml`).map(
        ({ line }) => line,
      );
      ok(loaded.length > 0);
      // A missing key is the root map's, which begins behind the modeline.
      deepEqual(
        await linesOf(text),
        [...new Set(loaded)].toSorted((one, other) => one - other),
      );
    });
  }

  it("R-TEN-1 reports a tier that nobody offers, at its line", async () => {
    deepEqual(await linesOf(tenantYaml({ tier: "platinum" })), [5]);
  });

  it("R-TEN-1 accepts a pinned tier, and a framework in any spelling", async () => {
    deepEqual(await linesOf(tenantYaml({ tier: "professional@3", compliance: '["SOC 2", iso27001]' })), []);
  });

  it("R-TEN-1 completes the names of tiers", async () => {
    const { uri } = await server.open("tenants/edited.yaml", `${modeline}schema_version: 1\ntier: \n`);
    const labels = await server.complete(uri, { line: 2, character: 6 });
    deepEqual(
      ["custom", "enterprise", "free", "professional"].filter((tier) => !labels.includes(tier)),
      [],
    );
  });

  it("R-TEN-1 completes keys, and isolation levels", async () => {
    const { uri } = await server.open(
      "tenants/edited.yaml",
      `${modeline}schema_version: 1\nplacement:\n  isolation: \nre\n`,
    );
    ok((await server.complete(uri, { line: 3, character: 13 })).includes("schema"));
    ok((await server.complete(uri, { line: 4, character: 2 })).includes("residency"));
  });

  it("R-TEN-1 shows what a key means, with an example", async () => {
    const { uri } = await server.open("tenants/edited.yaml", modeline + tenantYaml({}));
    const text = await server.hover(uri, { line: 7, character: 2 });
    match(text, /Where customer content, backups, logs and keys may be/);
    match(text, /eu/);
  });
});
