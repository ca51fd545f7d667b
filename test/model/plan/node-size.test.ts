import { equal, throws } from "node:assert/strict";
import { nodesFor } from "../../../model/plan/node-size.ts";

const pod = (millicores: number, mebibytes: number) => ({ millicores, bytes: mebibytes * 2 ** 20 });

describe("nodesFor", () => {
  for (const [what, pods, size, expected] of [
    ["by CPU: seven pods of a quarter core on a node", 125, pod(250, 256), 18],
    ["by memory: three pods of 2 GiB on a node", 9, pod(100, 2048), 3],
    ["by addresses: 23 pods beside the platform's own on a node", 46, pod(1, 1), 2],
    ["at least what is asked for", 1, pod(250, 256), 2],
    ["at most what a node group holds", 100000, pod(250, 256), 450],
  ] as const) {
    it(`R-ISO-5 counts nodes ${what}`, () => equal(nodesFor(pods, size, 2), expected));
  }

  it("R-ISO-5 refuses a pod that fits on no node", () => {
    throws(() => nodesFor(1, pod(1931, 1), 1), RangeError);
    equal(nodesFor(1, pod(1930, 1), 1), 1);
  });
});
