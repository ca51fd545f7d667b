import { join } from "node:path";
import { runChild, runOwn } from "./child.ts";
import { atLeast, atMost, type Measurement } from "./measurement.ts";
import type { SynthUsage } from "./synth-child.ts";

/** How fast a fleet of a thousand is synthesised and checked, and whether its memory stays flat. */
export async function measureFleet(folder: string, ids: readonly string[]): Promise<readonly Measurement[]> {
  const usage = await runOwn<SynthUsage>(join(import.meta.dirname, "synth-child.ts"), [folder, ...ids]);
  if (usage.failed > 0)
    throw new Error(`${usage.failed} of ${usage.tenants} generated tenants could not be synthesised`);
  const { resources, cpuSeconds, earlyHeapBytes, lateHeapBytes } = usage;
  return [
    atLeast(4000, {
      name: "synth on one core",
      measured: Math.round(resources / cpuSeconds),
      unit: "resources/s",
      details: { tenants: usage.tenants, resources, cpuSeconds },
    }),
    atMost(10, {
      name: "heap that synth keeps between a tenth of the fleet and all of it",
      measured: megabytes(lateHeapBytes - earlyHeapBytes),
      unit: "MB",
      details: { earlyMegabytes: megabytes(earlyHeapBytes), lateMegabytes: megabytes(lateHeapBytes) },
    }),
    await measureCheck(folder, ids.length),
  ];
}

async function measureCheck(folder: string, tenants: number): Promise<Measurement> {
  const cli = join(import.meta.dirname, "../cli/main.ts");
  const words = ["--disable-warning=ExperimentalWarning", cli, "check", "--json"];
  const { code, seconds, stdout, stderr } = await runChild(process.execPath, words, { TENANTRY_FLEET_DIR: folder });
  if (code !== 0)
    throw new Error(`tenantry check of the generated fleet ended with ${code}: ${stdout.slice(0, 2000)}${stderr}`);
  return atMost(2, { name: "tenantry check", measured: seconds, unit: "s", details: { tenants } });
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10;
