// Loaded before a program: at the process's end writes what it took to the file that TENANTRY_BENCH_USAGE names.
import { writeFileSync } from "node:fs";

const file = process.env.TENANTRY_BENCH_USAGE;
if (file !== undefined) {
  process.on("exit", () => {
    const peakBytes = process.resourceUsage().maxRSS * 1024;
    writeFileSync(file, JSON.stringify({ seconds: performance.now() / 1000, peakBytes }));
  });
}
