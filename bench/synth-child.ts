// A process of its own that synthesises the fleet of a folder and prints what that took: `synth-child.ts <folder> <id>…`.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { synthFleet } from "../fleet/synth/fleet.ts";

/** What a fleet's synthesis took. */
export interface SynthUsage {
  readonly tenants: number;
  readonly resources: number;
  readonly failed: number;
  /** Of the one thread that runs the program: what other processes do at the same time does not count. */
  readonly cpuSeconds: number;
  /** Live heap after a collection, at a tenth of the fleet and at its end. */
  readonly earlyHeapBytes: number;
  readonly lateHeapBytes: number;
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const heapBytes = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

const [folder = "", ...ids] = process.argv.slice(2);
const warmUp = Math.ceil(ids.length / 10);
let resources = 0;
let failed = 0;
let tenants = 0;
let earlyHeapBytes = 0;
let before = process.threadCpuUsage();
for await (const synthesis of synthFleet(ids, folder)) {
  tenants += 1;
  if (synthesis.kind === "failed") failed += 1;
  else resources += synthesis.stack.resources.length;
  if (tenants === warmUp) {
    earlyHeapBytes = heapBytes();
    // Counted from here, when the code is compiled and the cells are known.
    before = process.threadCpuUsage();
    resources = 0;
  }
}
const { user, system } = process.threadCpuUsage(before);
const usage: SynthUsage = {
  tenants,
  resources,
  failed,
  cpuSeconds: (user + system) / 1e6,
  earlyHeapBytes,
  lateHeapBytes: heapBytes(),
};
console.log(JSON.stringify(usage));
