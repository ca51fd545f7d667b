import { deepEqual, equal, match } from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DemoTenant, renderDemoTable, writeDemoReport } from "../../../cli/demo/demo-report.ts";

const tenant: DemoTenant = {
  id: "acme-corp",
  tier: "professional",
  isolation: "schema",
  cell: "us-1",
  resources: 48,
  seconds: 12.34,
  changed: true,
};

describe("the demo's report", () => {
  it("R-USE-4 writes what programs read, whole, and leaves no draft behind", () => {
    const root = mkdtempSync(join(tmpdir(), "tenantry-report-"));
    try {
      const file = writeDemoReport(root, [tenant]);
      deepEqual(JSON.parse(readFileSync(file, "utf8")), { formatVersion: 1, tenants: [tenant] });
      deepEqual(readdirSync(join(root, ".tenantry")), ["demo.json"]);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  it("R-USE-4 shows people one row per tenant, and whether it was changed", () => {
    const table = renderDemoTable([tenant, { ...tenant, id: "blue-kite", changed: false }]);
    match(table, /acme-corp .* professional .* schema .* us-1 .* 48 .* 12\.3 .* changed/);
    match(table, /blue-kite .* unchanged/);
    equal(table.split("\n").length, 7);
  });
});
