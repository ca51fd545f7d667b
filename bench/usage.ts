import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What a process took from its start to its end. */
export interface Usage {
  readonly seconds: number;
  readonly peakBytes: number;
}

/** Loaded before a program (`node --import`), it writes the process's `Usage` to the file that TENANTRY_BENCH_USAGE names. */
export const usagePreload: string = pathToFileURL(join(import.meta.dirname, "programs/report-usage.mjs")).href;

/** Reads what the last process wrote. */
export const readUsage = (file: string): Usage => JSON.parse(readFileSync(file, "utf8")) as Usage;
