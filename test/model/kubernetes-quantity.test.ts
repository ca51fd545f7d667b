import { equal, throws } from "node:assert/strict";
import fc from "fast-check";
import { formatMemoryBytes, formatMillicores, memoryBytes, millicores } from "../../model/kubernetes-quantity.ts";

describe("Kubernetes' quantities", () => {
  for (const [text, milli] of [
    ["2", 2000],
    ["0.5", 500],
    ["500m", 500],
  ] as const) {
    it(`reads ${text} CPU`, () => equal(millicores(text), milli));
  }
  for (const [text, bytes] of [
    ["128Mi", 134217728],
    ["1G", 1000000000],
    ["7", 7],
  ] as const) {
    it(`reads ${text} of memory`, () => equal(memoryBytes(text), bytes));
  }
  for (const text of ["", "1.5m", "two", "-1", "1 Gi"]) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      throws(() => millicores(text), RangeError);
      throws(() => memoryBytes(text), RangeError);
    });
  }

  it("writes what it reads again as the same amount", () => {
    fc.assert(
      fc.property(fc.nat(1e6), (amount) => {
        equal(millicores(formatMillicores(amount)), amount);
        equal(memoryBytes(formatMemoryBytes(amount)), amount);
      }),
    );
  });
});
