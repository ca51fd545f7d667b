// Loaded before a program: at its end writes the processor time that it and all it started took to the file that
// TENANTRY_BENCH_USAGE names. Linux only.
import { readFileSync, writeFileSync } from "node:fs";

const file = process.env.TENANTRY_BENCH_USAGE;
// Clock ticks of the kernel's interface, whatever its own are (proc(5), sysconf(_SC_CLK_TCK)).
const ticksPerSecond = 100;
// Those that it starts count as its children and do not write.
delete process.env.TENANTRY_BENCH_USAGE;
if (file !== undefined) {
  process.on("exit", () => {
    // Behind the name in brackets: state is the first, utime, stime, cutime and cstime the 12th to the 15th.
    const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1].split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    writeFileSync(file, JSON.stringify({ cpuSeconds: ticks / ticksPerSecond }));
  });
}
