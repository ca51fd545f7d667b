// Measures what planning a whole fleet takes: `npm run bench:plans -- --sizes 1000,10000 --json FILE`. Ends with 0
// whether or not a target was met, and with 1 where something could not be measured.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeBundle } from "../scripts/make-bundle.ts";
import { atMost, type Measurement, median } from "./measurement.ts";
import { writeMixedFleet } from "./mixed-fleet.ts";
import { runTenantry, withEdit } from "./plan-runs.ts";
import { tableOf } from "./table.ts";

/** An edit of a tier: it reaches every professional tenant, a fifth of the fleet. */
const tierEdit = { file: "tiers/professional.yaml", from: /key_rotation_days: 90/, to: "key_rotation_days: 120" };
const tenantEdit = {
  file: "tenants/customer-000003.yaml",
  from: /limits\.max_users: \d+/,
  to: "limits.max_users: 499",
};
const rounds = 5;

/** Seconds that a fleet of this size may take by classes on two cores, as the requirements give them. */
const targetSeconds = (tenants: number): number => (tenants <= 10_000 ? 10 : (tenants / 100_000) * 60);

async function measureSize(folder: string, tenants: number): Promise<readonly Measurement[]> {
  const root = join(folder, `fleet-${tenants}`);
  console.error(`writing ${tenants} tenants …`);
  writeMixedFleet(root, tenants);
  console.error("an edit of a tier …");
  const tier = await withEdit(root, tierEdit, () => runTenantry(root, ["plan", "--base", "HEAD"]));
  console.error("which tenants that affects …");
  const affected = await withEdit(root, tierEdit, () => runTenantry(root, ["affected", "--base", "HEAD", "--json"]));
  console.error("an edit of one tenant …");
  const one: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    one.push((await withEdit(root, tenantEdit, () => runTenantry(root, ["plan", "--base", "HEAD"]))).seconds);
  }
  const of = (what: string) => `${what}, ${tenants.toLocaleString("en")} tenants`;
  const { seconds, cpuSeconds, peakMegabytes } = tier;
  return [
    atMost(targetSeconds(tenants), {
      name: of("plan of a tier's edit"),
      measured: seconds,
      unit: "s",
      details: { cpuSeconds, millisecondsPerTenant: (1000 * seconds) / tenants },
    }),
    atMost(1500, { name: of("memory of that plan"), measured: peakMegabytes, unit: "MB" }),
    atMost(3, { name: of("affected by a tier's edit"), measured: affected.seconds, unit: "s" }),
    atMost(1, { name: of("plan of one tenant's edit, cold"), measured: median(one), unit: "s" }),
  ];
}

const { values } = parseArgs({
  options: { json: { type: "string" }, sizes: { type: "string", default: "1000,10000" } },
});
const folder = mkdtempSync(join(tmpdir(), "tenantry-bench-"));
try {
  await makeBundle("cli");
  const measurements: Measurement[] = [];
  for (const size of values.sizes.split(",").map(Number)) measurements.push(...(await measureSize(folder, size)));
  console.log(tableOf(measurements));
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ formatVersion: 1, measurements }, null, 2)}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
