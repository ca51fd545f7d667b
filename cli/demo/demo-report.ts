import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Table from "cli-table3";

/** What the demo says of one tenant. */
export interface DemoTenant {
  readonly id: string;
  readonly tier: string;
  readonly isolation: string;
  readonly cell: string;
  /** Resources in the tenant's own stack. */
  readonly resources: number;
  readonly seconds: number;
  /** Whether this run changed anything of the tenant. */
  readonly changed: boolean;
}

/** Writes `.tenantry/demo.json` whole or not at all, for programs that want to know what the demo made. */
export function writeDemoReport(root: string, tenants: readonly DemoTenant[]): string {
  const file = join(root, ".tenantry", "demo.json");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify({ formatVersion: 1, tenants }, null, 2)}\n`);
  renameSync(`${file}.new`, file);
  return file;
}

/** The demo's result as a table for people. */
export function renderDemoTable(tenants: readonly DemoTenant[]): string {
  const table = new Table({
    head: ["tenant", "tier", "isolation", "cell", "resources", "seconds", ""],
    colAligns: ["left", "left", "left", "left", "right", "right", "left"],
    style: { head: [], border: [] },
  });
  for (const { id, tier, isolation, cell, resources, seconds, changed } of tenants) {
    table.push([id, tier, isolation, cell, resources, seconds.toFixed(1), changed ? "changed" : "unchanged"]);
  }
  return table.toString();
}
