// Measures the speed and memory that the requirements ask for: `npm run bench -- --json FILE` writes the numbers too.
// Ends with 0 whether or not a target was met: a busy machine misses what an idle one meets. It ends with 1 where
// something could not be measured.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeBundle } from "../scripts/make-bundle.ts";
import { measureFleet } from "./fleet-speed.ts";
import { writeFleet } from "./generated-fleet.ts";
import type { Measurement } from "./measurement.ts";
import { measureNoOpUp } from "./no-op-up.ts";
import { measureProgramStart } from "./program-start.ts";
import { tableOf } from "./table.ts";

const repository = join(import.meta.dirname, "..");
const tenants = 1000;

async function measureAll(folder: string): Promise<readonly Measurement[]> {
  const root = join(folder, "fleet");
  for (const part of ["fleet.yaml", "tenants", "cells"]) {
    cpSync(join(repository, part), join(root, part), { recursive: true, filter: (file) => !file.endsWith(".ts") });
  }
  const large = join(folder, "large-fleet");
  const ids = writeFleet(large, tenants);
  await makeBundle();
  console.error("starting programs …");
  const starts = await measureProgramStart(folder, root);
  console.error("synthesising and checking a thousand tenants …");
  const fleet = await measureFleet(large, ids);
  console.error("bringing a cell and a tenant up, then running them again …");
  const ups = await measureNoOpUp(folder, root);
  return [...starts, ...ups, ...fleet];
}

const { values } = parseArgs({ options: { json: { type: "string" } } });
const folder = mkdtempSync(join(tmpdir(), "tenantry-bench-"));
try {
  const measurements = await measureAll(folder);
  console.log(tableOf(measurements));
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ formatVersion: 1, measurements }, null, 2)}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
