import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FleetFolder } from "../../support/fleet-folder.ts";
import { runCli } from "../../support/run-cli.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const root = new URL("../../..", import.meta.url).pathname;

describe("tenantry graph, blast-radius and residency", () => {
  it("R-USE-4 draws a tenant as Mermaid, and as SVG into a file", () => {
    match(runCli(root, ["graph", "blue-kite"]).stdout, /^---\ntitle: "blue-kite: [^\n]*\n---\nflowchart LR\n/);
    const folder = temporaryFolder();
    try {
      const output = join(folder.path, "kite.svg");
      const { code, stdout } = runCli(root, ["graph", "blue-kite", "--output", output]);
      deepEqual([code, stdout], [0, ""]);
      match(readFileSync(output, "utf8"), /<svg [\s\S]*<\/svg>/);
      const missing = runCli(root, ["graph", "blue-kite", "--output", join(folder.path, "no/kite.svg")]);
      equal(missing.code, 1);
      match(missing.stderr, /could not be written[\s\S]*Name a file in a folder that exists\.\n$/);
    } finally {
      folder.remove();
    }
  }).timeout(60_000);

  it("R-USE-2 says who shares a resource, for people and for programs", () => {
    const { stdout } = runCli(root, ["blast-radius", "cell-us-1-database-server"]);
    match(stdout, /^Instance cell-us-1-database-server: 2 of 3 tenants of cell-us-1 stand on it\n/);
    const json = JSON.parse(runCli(root, ["blast-radius", "acme-corp", "--json"]).stdout) as Record<string, unknown>;
    deepEqual(Object.keys(json), ["formatVersion", "cell", "tenants", "resources", "tenant"]);
    const unknown = runCli(root, ["blast-radius", "acme-crop\u202e"]);
    equal(unknown.code, 1);
    match(unknown.stderr, /^There is no tenant and no resource of a cell "acme-crop\\u202e"\. /);
  }).timeout(60_000);

  it("R-CMP-4 proves residency with 0, and exits 4 where a tenant is not proved", () => {
    const { code, stdout } = runCli(root, ["residency", "--json"]);
    equal(code, 0);
    ok((JSON.parse(stdout) as { tenants: { isProved: boolean }[] }).tenants.every(({ isProved }) => isProved));
    const folder = new FleetFolder();
    try {
      folder.edit("tenants/acme-corp.yaml", "limits.max_users: 500", "limits.max_users: 501");
      equal(runCli(folder.root, ["residency"]).code, 4);
    } finally {
      folder.remove();
    }
  }).timeout(60_000);
});
